import type { Check, CheckResult } from './shared/check.ts';
import { issues, type IssueCode } from './shared/issues.ts';
import type { FinishedCheck } from './runChecks.ts';
import type { DoctorSettings } from './shared/settings.ts';

const colours: Readonly<Record<CheckResult['status'], number>> = { passed: 32, failed: 31, unknown: 33 };
const statusWidth = 7;
const realService = 'https://api.meshes.io';

/** Puts results into words for people, at a certain width. */
interface TextReport {
  /** What is checked. */
  heading(settings: DoctorSettings): string;
  /** One row of the table. */
  row(finished: FinishedCheck): string;
  /** What follows the table: each issue with its explanation, and the counts. */
  summary(all: readonly FinishedCheck[], stopped: boolean): string;
}

export function createTextReport(checks: readonly Check[], width: number, coloured: boolean): TextReport {
  const paint = (colour: number, text: string) => (coloured ? `\x1b[${colour}m${text}\x1b[0m` : text);
  const nameWidth = Math.max(...checks.map(({ name }) => name.length));

  function issue({ name, expected }: Check, code: IssueCode, observed: string): string {
    const { explanation, fix, symptom } = issues[code];
    const lines = [
      besideLabel('  seen      ', observed, width),
      besideLabel('  expected  ', expected, width),
      besideLabel('  means     ', explanation, width),
      besideLabel('  remedy    ', fix, width),
      ...(symptom === undefined ? [] : [besideLabel('  symptom   ', `"${symptom}"`, width)]),
    ];
    return [`${paint(colours.failed, code)} (${name})`, ...lines].join('\n');
  }

  return {
    heading({ baseUrl, workspaceId, origin, endpoint }) {
      const rows = [
        ['Meshes', new URL(baseUrl ?? realService).origin],
        ['Workspace', workspaceId],
        ['Pages', origin],
        ...(endpoint === null ? [] : [['Endpoint', endpoint.url.href]]),
      ] as const;
      return `${rows.map(([label, value]) => `${label?.padEnd(11)}${value}`).join('\n')}\n`;
    },
    row({ check, result }) {
      const { status } = result;
      const label = `${status.padEnd(statusWidth)}  ${check.name.padEnd(nameWidth)}  `;
      const text = besideLabel(label, status === 'unknown' ? result.cause : result.observed, width);
      // Coloured last, because the codes of colours do not count for the width.
      return text.replace(status, paint(colours[status], status));
    },
    summary(all, stopped) {
      const blocks = all.flatMap(({ check, result }) =>
        result.status === 'failed' ? [`${issue(check, result.code, result.observed)}\n`] : [],
      );
      const counts = (['passed', 'failed', 'unknown'] as const).map((status) => `${countOf(all, status)} ${status}`);
      return ['', ...blocks, `${counts.join(', ')}${stopped ? '; stopped before the end' : ''}`].join('\n');
    },
  };
}

/** The one line of `--json`. The names of its fields are stable. */
export function jsonReport(
  settings: DoctorSettings,
  all: readonly FinishedCheck[],
  sessions: { readonly minted: number; readonly revoked: number },
  stopped: boolean,
): string {
  return JSON.stringify({
    workspace: settings.workspaceId,
    origin: settings.origin,
    endpoint: settings.endpoint?.url.href ?? null,
    checks: all.map(({ check, result }) => ({
      check: check.name,
      ...jsonResult(result),
      expected: check.expected,
      ...(result.status === 'failed' && jsonIssue(result.code)),
    })),
    passed: countOf(all, 'passed'),
    failed: countOf(all, 'failed'),
    unknown: countOf(all, 'unknown'),
    sessions,
    stopped,
  });
}

function jsonResult(result: CheckResult): object {
  switch (result.status) {
    case 'passed':
      return { status: result.status, seen: result.observed };
    case 'failed':
      return { status: result.status, code: result.code, seen: result.observed };
    case 'unknown':
      return { status: result.status, why: result.cause };
  }
}

function jsonIssue(code: IssueCode): object {
  const { explanation, fix, symptom } = issues[code];
  return { means: explanation, remedy: fix, ...(symptom !== undefined && { symptom }) };
}

function countOf(all: readonly FinishedCheck[], status: CheckResult['status']): number {
  return all.filter(({ result }) => result.status === status).length;
}

/** Breaks text at blanks into lines of at most `width` characters. A longer word has a line of its own. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A label and text beside it, wrapped with its lines under each other. */
function besideLabel(label: string, text: string, width: number): string {
  return wrap(text, Math.max(20, width - label.length))
    .map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line)
    .join('\n');
}
