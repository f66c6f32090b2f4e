import type { EmbedProblem } from '@meshes-embed/core';
import { causes, problemOf, type CauseCode } from '@meshes-embed/core/diagnostics';
import { noFacts, type ScreenFacts } from '../screenFacts.ts';
import { testIds } from '../testIds.ts';
import type { Failure, FailureOptions } from './failure.ts';

/** One thing that happened, and when. */
export interface LogEntry {
  readonly key: number;
  /** Since the button was pressed. */
  readonly after: string;
  readonly text: string;
  readonly kind: 'status' | 'problem' | 'finding' | 'good';
}

/** All that the page of what can go wrong shows. */
export interface FailureView {
  /** Counts the embeds; each failure gets one of its own. Zero before the first. */
  readonly run: number;
  readonly chosen: Failure | null;
  /** To be put over the embed's usual settings. */
  readonly options: FailureOptions;
  readonly facts: ScreenFacts;
  /** Every problem that the embed told, the last one of each code. */
  readonly problems: readonly EmbedProblem[];
  /** The causes of the checks that fail by now. */
  readonly findings: readonly CauseCode[];
  /** Every such cause since the button was pressed. */
  readonly found: readonly CauseCode[];
  readonly log: readonly LogEntry[];
  /** Why a failure could not be arranged. */
  readonly refused: string | null;
}

/** Before any button was pressed. */
export const emptyFailureView: FailureView = {
  run: 0,
  chosen: null,
  options: {},
  facts: noFacts,
  problems: [],
  findings: [],
  found: [],
  log: [],
  refused: null,
};

/** One line of the panel. */
export interface NoticedLine {
  readonly testId: string;
  readonly label: string;
  readonly value: string;
  /** Where the value leads to. */
  readonly href?: string;
}

/** What the toolkit noticed: of the failure that was chosen, where it has come already; else the last that was noticed. */
export function noticedLines({ chosen, problems, findings, found, facts }: FailureView): readonly NoticedLine[] {
  const problem =
    problems.find(({ code }) => code === chosen?.code) ??
    (found.includes(chosen?.code as CauseCode) ? undefined : problems.at(-1));
  const code = problem?.code ?? found.find((one) => one === chosen?.code) ?? found.at(-1);
  const cause = code && causes[code];
  const shown = facts.status === 'failed' ? facts.problem : null;
  return [
    { testId: testIds.status, label: 'Status', value: facts.status },
    { testId: testIds.failures.code, label: 'Code', value: code ?? '–' },
    { testId: testIds.failures.message, label: 'Seen', value: problem?.message ?? cause?.summary ?? '–' },
    { testId: testIds.failures.remedy, label: 'To do', value: cause?.remedy ?? '–' },
    { testId: testIds.failures.cure, label: 'Cure', value: cause?.recovery ?? '–' },
    { testId: testIds.failures.userMessage, label: 'The user reads', value: shown?.userMessage ?? '–' },
    {
      testId: testIds.failures.findings,
      label: 'diagnose()',
      value: findings.length > 0 ? `fails: ${findings.join(', ')}` : 'no check fails',
    },
    { testId: testIds.failures.docs, label: 'Explained', value: code ?? '–', ...(code && { href: docsOf(code) }) },
  ];
}

/** Where a cause is explained. */
function docsOf(code: CauseCode): string {
  return problemOf('ready-missing').docs.replace(/#.*$/, `#${code}`);
}
