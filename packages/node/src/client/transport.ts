import type { Clock } from '../shared/clock.ts';
import { startDeadline, untilAborted, type Deadline } from '../shared/deadline.ts';
import { networkCode } from '../shared/networkCode.ts';
import type { CallOptions } from './callOptions.ts';
import type { ExpectedAnswer } from './answers.ts';
import { causeOf } from './causeOf.ts';
import type { ClientSettings } from './clientOptions.ts';
import { createMachineJwt, type Bearer, type MachineJwt } from './machineJwt.ts';
import { MeshesApiError } from './meshesApiError.ts';
import { readAnswer } from './readAnswer.ts';
import { withRetries } from './withRetries.ts';
import { isError, statusError } from './statusError.ts';

/** One call of the management API. */
interface ApiCall<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** The encoded path below the base URL, with its query. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  readonly answer: ExpectedAnswer<T>;
  /** The most retries after a failure that does not show whether the call was carried out. Default: no extra limit. */
  readonly retriesWhenLost?: number;
}

/** Sends calls to Meshes. */
interface Transport {
  /** @throws MeshesInputError for a missing or malformed machine key; MeshesApiError; the reason of the caller's signal. */
  call<T>(call: ApiCall<T>, options: CallOptions): Promise<T>;
}

function timeoutError(ms: number): MeshesApiError {
  return new MeshesApiError(`Meshes did not answer within ${ms} ms.`, { code: 'timeout', retryable: true });
}

function networkError(error: unknown, secrets: readonly string[]): MeshesApiError {
  const message = `Meshes could not be reached, or the answer was incomplete${networkCode(error)}. Look at the cause, and check baseUrl and the network.`;
  return new MeshesApiError(message, { code: 'network', retryable: true, cause: causeOf(error, secrets) });
}

/** Makes the transport of one client: signs, sends, retries, reads. */
export function createTransport(settings: ClientSettings, clock: Clock): Transport {
  // Called as a plain function: the fetch of some runtimes refuses to be called as a method.
  const { fetch } = settings;
  let signer: MachineJwt | undefined;

  async function send(call: ApiCall<unknown>, bearer: Bearer, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${bearer.token}` };
    if (call.body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = {
      method: call.method,
      headers,
      body: call.body === undefined ? null : JSON.stringify(call.body),
      redirect: 'manual',
      signal,
    };
    return await untilAborted(Promise.resolve(fetch(settings.baseUrl + call.path, init)), signal);
  }

  async function attempt<T>(call: ApiCall<T>, machineJwt: MachineJwt, deadline: Deadline): Promise<T> {
    const { signal } = deadline;
    let bearer: Bearer | undefined;
    try {
      bearer = await machineJwt.bearer(deadline.remainingMs());
      let response = await send(call, bearer, signal);
      if (response.status === 401 && machineJwt.learn(bearer, response.headers.get('date'))) {
        discard(response);
        bearer = await machineJwt.bearer(deadline.remainingMs());
        response = await send(call, bearer, signal);
      }
      if (isError(response)) {
        discard(response);
        throw statusError(response, clock.now());
      }
      return await readAnswer(response, call.answer, signal);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof MeshesApiError
        ? error
        : networkError(error, [settings.credentials().secretKey, bearer?.token ?? '']);
    }
  }

  return {
    async call(call, { signal: outer, retries = settings.retries }) {
      if (outer?.aborted) throw outer.reason;
      const machineJwt = (signer ??= createMachineJwt(settings.credentials(), clock));
      const deadline = startDeadline(clock, settings.timeoutMs, () => timeoutError(settings.timeoutMs), outer);
      const limits = { retries, retriesWhenLost: call.retriesWhenLost ?? retries };
      try {
        return await withRetries(() => attempt(call, machineJwt, deadline), limits, deadline, clock);
      } finally {
        deadline.end();
      }
    },
  };
}

/** Frees the connection of an answer that is not read. */
function discard(response: Response): void {
  response.body?.cancel().catch(() => {});
}
