import type { HostContext } from '../machine/context.ts';
import { recent } from '../machine/reckoning.ts';
import type { SessionRole } from '../protocol/pages.ts';
import type { EmbedStatus } from '../view/view.ts';
import type { DiagnosticReport, PageFacts } from './report.ts';

/** What a report is made from. */
export interface ReportInput {
  readonly status: EmbedStatus;
  readonly context: HostContext;
  /** How often each step of the trace was taken, by `kind name`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Null while it is not mounted. */
  readonly look: PageFacts | null;
  readonly expected?:
    | { readonly workspaceId?: string | undefined; readonly role?: SessionRole | undefined }
    | undefined;
}

/** Writes down what was seen of an embed, without the checks that are made from it: those are for `diagnose`. */
export function reportOf({ status, context, counts, look, expected }: ReportInput): DiagnosticReport {
  const {
    session,
    problem,
    page,
    hostOrigin,
    generation,
    document,
    rapidRequests,
    refreshFailures,
    recoveries,
    refreshes,
  } = context;
  const { min, max, height, loop: held } = context.sizing;
  return {
    version: 1,
    at: Math.round(context.now()),
    status,
    sessionId: session?.sessionId ?? null,
    checks: [],
    counts: { ...counts },
    facts: {
      ...session,
      ...look,
      problem: problem?.code ?? null,
      page,
      hostOrigin,
      generation,
      loads: document.loads,
      rapidRequests,
      refreshFailures,
      recoveries: recent(context, recoveries).length,
      refreshes: recent(context, refreshes).length,
      sinceReady: document.ready ? context.now() - document.readyAt : null,
      min,
      max,
      height,
      held,
      expectedWorkspaceId: expected?.workspaceId,
      expectedRole: expected?.role,
    },
  };
}
