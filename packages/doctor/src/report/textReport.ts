import type { Check, Outcome } from '../check.ts';
import type { CheckResult } from '../runChecks.ts';
import type { DoctorSettings } from '../settings.ts';
import { findingsOf } from './finding.ts';
import { besideLabel } from './wrap.ts';

const colours: Readonly<Record<Outcome['status'], number>> = { passed: 32, failed: 31, unknown: 33 };
const STATUS_WIDTH = 7;
const REAL_SERVICE = 'https://api.meshes.io';

/** Puts results into words for people, at a certain width. */
export interface TextReport {
  /** What is looked at. */
  heading(settings: DoctorSettings): string;
  /** One row of the table. */
  row(result: CheckResult): string;
  /** After the table: each finding with what to do, and the counts. */
  summary(results: readonly CheckResult[], stopped: boolean): string;
}

export function createTextReport(checks: readonly Check[], width: number, coloured: boolean): TextReport {
  const paint = (colour: number, text: string) => (coloured ? `\x1b[${colour}m${text}\x1b[0m` : text);
  const nameWidth = Math.max(...checks.map(({ name }) => name.length));

  return {
    heading({ baseUrl, workspaceId, origin, endpoint }) {
      const rows = [
        ['Meshes', new URL(baseUrl ?? REAL_SERVICE).origin],
        ['Workspace', workspaceId],
        ['Pages', origin],
        ...(endpoint === null ? [] : [['Endpoint', endpoint.url.href]]),
      ] as const;
      return `${rows.map(([label, value]) => `${label?.padEnd(11)}${value}`).join('\n')}\n`;
    },
    row({ check, outcome }) {
      const { status } = outcome;
      const label = `${status.padEnd(STATUS_WIDTH)}  ${check.padEnd(nameWidth)}  `;
      // Coloured last: what colours is not to be counted.
      return besideLabel(label, outcome.status === 'unknown' ? outcome.why : outcome.seen, width).replace(
        status,
        paint(colours[status], status),
      );
    },
    summary(results, stopped) {
      const blocks = findingsOf(results).map(({ check, code, seen, expected, means, remedy, symptom }) => {
        const lines = [
          ['  seen      ', seen],
          ['  expected  ', expected],
          ['  means     ', means],
          ['  remedy    ', remedy],
          ...(symptom === undefined ? [] : [['  symptom   ', `"${symptom}"`]]),
        ] as const;
        return [
          `${paint(colours.failed, code)} (${check})`,
          ...lines.map(([label = '', text = '']) => besideLabel(label, text, width)),
        ].join('\n');
      });
      const counts = (['passed', 'failed', 'unknown'] as const).map(
        (status) => `${results.filter(({ outcome }) => outcome.status === status).length} ${status}`,
      );
      return [
        '',
        ...blocks.map((block) => `${block}\n`),
        `${counts.join(', ')}${stopped ? '; stopped before the end' : ''}`,
      ].join('\n');
    },
  };
}
