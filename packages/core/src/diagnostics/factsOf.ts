import { recent } from '../machine/reckoning.ts';
import type { Evidence } from './evidence.ts';
import type { DiagnosticFacts, PageFacts } from './report.ts';

/** What the facts are written from: the evidence, with what the page looks like; null while it is not mounted. */
export type FactsInput = Omit<Evidence, 'place'> & { readonly look: PageFacts | null };

/** Writes down what was seen of an embed, flat and redacted. */
export function factsOf({ context, look, expected }: FactsInput): DiagnosticFacts {
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
  };
}
