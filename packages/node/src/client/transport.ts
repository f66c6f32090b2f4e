import type { GenericSchema } from 'valibot';
import type { Clock } from '../shared/clock.ts';
import { startDeadline, untilAborted, type Deadline } from '../shared/deadline.ts';
import { networkCode } from '../shared/networkCode.ts';
import type { CallOptions } from './callOptions.ts';
import type { ClientSettings } from './clientOptions.ts';
import { createMachineJwt, type Bearer } from './machineJwt.ts';
import { MeshesApiError } from './MeshesApiError.ts';
import { readAnswer } from './readAnswer.ts';
import { withRetries } from './retry.ts';
import { isRefusal, statusError } from './statusError.ts';

/** One call of the management API. */
export interface ApiCall<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the base URL, encoded, with its query. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  /** What the answer must hold. */
  readonly answer: GenericSchema<unknown, T>;
  /** How often it may be sent again at most where it is open whether it was carried out; without it, as often as any. */
  readonly retriesWhenLost?: number;
}

/** Carries calls to Meshes. */
export interface Transport {
  /** @throws MeshesApiError, or the reason of the caller's signal. */
  call<T>(call: ApiCall<T>, options: CallOptions): Promise<T>;
}

function timeoutError(ms: number): MeshesApiError {
  return new MeshesApiError(`Meshes did not answer within ${ms} ms.`, { code: 'timeout', retryable: true });
}

function networkError(error: unknown): MeshesApiError {
  return new MeshesApiError(`Meshes could not be reached, or the answer was cut${networkCode(error)}. Check baseUrl and the network.`, { code: 'network', retryable: true });
}

/** Makes the transport of one client: signs, sends, retries, reads. */
export function createTransport(settings: ClientSettings, clock: Clock): Transport {
  const machineJwt = createMachineJwt(settings.credentials, clock);

  async function send(call: ApiCall<unknown>, bearer: Bearer, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${bearer.token}` };
    if (call.body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method: call.method, headers, body: call.body === undefined ? null : JSON.stringify(call.body), redirect: 'manual', signal };
    return await untilAborted(Promise.resolve(settings.fetch(settings.baseUrl + call.path, init)), signal);
  }

  async function attempt<T>(call: ApiCall<T>, deadline: Deadline): Promise<T> {
    const { signal } = deadline;
    try {
      const bearer = await machineJwt.bearer(deadline.remainingMs());
      let response = await send(call, bearer, signal);
      if (response.status === 401 && machineJwt.learn(bearer, response.headers.get('date'))) {
        discard(response);
        response = await send(call, await machineJwt.bearer(deadline.remainingMs()), signal);
      }
      if (isRefusal(response)) {
        discard(response);
        throw statusError(response, clock.now());
      }
      return await readAnswer(response, call.answer, signal);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof MeshesApiError ? error : networkError(error);
    }
  }

  return {
    async call(call, { signal: outer, retries = settings.retries }) {
      outer?.throwIfAborted();
      const deadline = startDeadline(clock, settings.timeoutMs, () => timeoutError(settings.timeoutMs), outer);
      const limits = { retries, retriesWhenLost: call.retriesWhenLost ?? retries };
      try {
        return await withRetries(() => attempt(call, deadline), limits, deadline, clock);
      } finally {
        deadline.end();
      }
    },
  };
}

/** Frees the connection of an answer that nobody reads. */
function discard(response: Response): void {
  response.body?.cancel().catch(() => {});
}
