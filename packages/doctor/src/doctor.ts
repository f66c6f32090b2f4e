import type { MeshesClient } from '@meshes-embed/node';
import { createClient, type Clock } from '@meshes-embed/node/internal';
import type { Check, CheckContext } from './shared/check.ts';
import { answerChecks } from './checks/answerChecks.ts';
import { crossOriginChecks } from './checks/crossOriginChecks.ts';
import { endpointChecks } from './checks/endpointChecks.ts';
import { launchChecks } from './checks/launchChecks.ts';
import { serviceChecks } from './checks/serviceChecks.ts';
import { cleanUp, mint, refreshChecks } from './checks/sessionChecks.ts';
import { createHttpClient, recordExchanges, type Exchange } from './shared/http.ts';
import { createMintedSessions, type MintedSessions } from './shared/mintedSessions.ts';
import { createRedactor } from './shared/redact.ts';
import { runChecks, type FinishedCheck, type RunListener } from './runChecks.ts';
import type { DoctorSettings } from './shared/settings.ts';

/** What a run uses of the process, handed in for tests. */
export interface DoctorEnvironment {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A run that is prepared. */
interface Doctor {
  /** The checks in the order in which they run. */
  readonly checks: readonly Check[];
  /** Runs the checks. To be called once. */
  run(listener: RunListener): Promise<readonly FinishedCheck[]>;
  /** How many sessions were minted and revoked so far. */
  sessionCounts(): ReturnType<MintedSessions['counts']>;
  /** Takes every secret that is known so far out of text. */
  redact(text: string): string;
}

/** Prepares a run. Nothing is sent yet. */
export function createDoctor(settings: DoctorSettings, { fetch, clock, signal }: DoctorEnvironment): Doctor {
  const { credentials, baseUrl, timeoutMs } = settings;
  const checks: readonly Check[] = [
    ...serviceChecks,
    mint,
    ...launchChecks,
    ...refreshChecks,
    ...(settings.endpoint === null ? [] : [...endpointChecks, ...crossOriginChecks, ...answerChecks]),
    cleanUp,
  ];
  const exchanges: Exchange[] = [];
  const redactor = createRedactor(settings);
  const sessions = createMintedSessions();
  let client: MeshesClient | undefined;
  const context: CheckContext = {
    settings,
    exchanges,
    http: createHttpClient(fetch, clock, timeoutMs, signal),
    sessions,
    redactor,
    signal,
    // One client for all checks, because its signer learns the offset of the clock from the first refusal.
    client: () =>
      (client ??= createClient(
        { ...credentials, baseUrl, timeoutMs, retries: 0, fetch: recordExchanges(fetch, clock, exchanges) },
        clock,
      )),
    retryingClient: () => createClient({ ...credentials, baseUrl, timeoutMs, fetch }, clock),
  };
  return {
    checks,
    run: (listener) => runChecks(checks, context, listener),
    sessionCounts: () => sessions.counts(),
    redact: (text) => redactor.redact(text),
  };
}
