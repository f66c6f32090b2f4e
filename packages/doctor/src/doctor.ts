import type { MeshesClient } from '@meshes-embed/node';
import { type Clock, createClient } from '@meshes-embed/node/internal';
import type { Check } from './check.ts';
import { cleanUp } from './checks/cleanUp.ts';
import { clock as clockCheck } from './checks/clock.ts';
import { credentials } from './checks/credentials.ts';
import { framing } from './checks/framing.ts';
import { launch } from './checks/launch.ts';
import { launchUrl } from './checks/launchUrl.ts';
import { mint } from './checks/mint.ts';
import { refresh } from './checks/refresh.ts';
import { revoke } from './checks/revoke.ts';
import { service } from './checks/service.ts';
import { signing } from './checks/signing.ts';
import { staleToken } from './checks/staleToken.ts';
import { useOnce } from './checks/useOnce.ts';
import { workspace } from './checks/workspace.ts';
import { cors } from './endpoint/cors.ts';
import { endpointFraming } from './endpoint/endpointFraming.ts';
import { fields } from './endpoint/fields.ts';
import { foreignOrigin } from './endpoint/foreignOrigin.ts';
import { guard } from './endpoint/guard.ts';
import { noStore } from './endpoint/noStore.ts';
import { originOnly } from './endpoint/originOnly.ts';
import { preflight } from './endpoint/preflight.ts';
import { route } from './endpoint/route.ts';
import { session } from './endpoint/session.ts';
import type { Examination } from './examination.ts';
import { createSessionLedger } from './sessionLedger.ts';
import type { DoctorSettings } from './settings.ts';
import { createWeb } from './web.ts';
import { watchedFetch, type Exchange } from './watchedFetch.ts';

const meshesChecks: readonly Check[] = [
  credentials,
  service,
  clockCheck,
  signing,
  workspace,
  mint,
  launchUrl,
  launch,
  framing,
  useOnce,
  refresh,
  staleToken,
  revoke,
];
const endpointChecks: readonly Check[] = [
  route,
  guard,
  session,
  originOnly,
  preflight,
  foreignOrigin,
  cors,
  noStore,
  fields,
  endpointFraming,
];

/** What an examination is made with, besides its settings. */
export interface DoctorMeans {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Everything to look at, in order, and what the checks share. */
export interface Doctor {
  readonly checks: readonly Check[];
  readonly examination: Examination;
}

/** Prepares an examination; nothing is sent yet. */
export function createDoctor(settings: DoctorSettings, { fetch, clock, signal }: DoctorMeans): Doctor {
  const exchanges: Exchange[] = [];
  const { credentials: key, baseUrl, timeoutMs } = settings;
  let client: MeshesClient | undefined;
  // The same signer for all checks, and none of its retries: they would make up for what is to be found.
  const checking = () =>
    (client ??= createClient(
      { ...key, baseUrl, timeoutMs, retries: 0, fetch: watchedFetch(fetch, clock, exchanges) },
      clock,
    ));
  const persistent = () => createClient({ ...key, baseUrl, timeoutMs, fetch }, clock);
  return {
    checks: [...meshesChecks, ...(settings.endpoint === null ? [] : endpointChecks), cleanUp(persistent)],
    examination: {
      settings,
      client: checking,
      exchanges,
      web: createWeb(fetch, clock, timeoutMs, signal),
      sessions: createSessionLedger(),
      facts: {},
      signal,
    },
  };
}
