import type { HostContext } from '../machine/context.ts';
import type { SessionRole } from '../protocol/pages.ts';
import type { Place } from './lookAt.ts';
import type { DiagnosticReport } from './report.ts';

/** What a report's facts are read from. */
export interface Evidence {
  readonly context: HostContext;
  readonly place: Place;
  readonly expected?:
    | { readonly workspaceId?: string | undefined; readonly role?: SessionRole | undefined }
    | undefined;
}

/**
 * What an embed keeps beside each report that it gives, found by the very object. Only developers read facts: so it is
 * `diagnose` that reads them, and an app without it has no code for them.
 */
export const evidenceOf = new WeakMap<DiagnosticReport, Evidence>();
