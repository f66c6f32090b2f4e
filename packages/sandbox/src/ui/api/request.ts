import type { TokenKeeper } from '../frame/tokenKeeper.ts';
import { ApiError } from './apiError.ts';

/** What the API client needs of the protocol. */
export interface Signer {
  readonly token: Pick<TokenKeeper, 'current' | 'newerThan'>;
  /** Tells that the current token was refused. */
  unauthorized(): void;
}

/** One request to the embed's API; a `body` goes as JSON. The answer is the JSON that came. */
export type SendRequest = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<unknown>;

/** How long a refused request waits for the host to bring a newer token. ms */
const patience = 20_000;

/** A request is sent so often at most. */
const mostTries = 3;

/**
 * Makes requests in the name of the current access token.
 *
 * A 401 means a stale or ended token (contract §6, §8): the host is asked for a newer one, and the request is sent
 * again with that. Where one refresh follows another, that one may be stale by then as well; a third 401 is no matter of age.
 *
 * The request rejects with an {@link ApiError}.
 *
 * @param base - the path below which the embed serves
 */
export function createRequest(signer: Signer, base: string, fetcher: typeof fetch = fetch): SendRequest {
  async function send(token: string | null, method: string, path: string, body: unknown): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    try {
      return await fetcher(`${base}/api${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch {
      throw new ApiError(0, 'The workspace could not be reached. Check your connection and try again.');
    }
  }

  return async (method, path, body) => {
    let token = signer.token.current();
    let answer = await send(token, method, path, body);
    for (let tries = 1; answer.status === 401 && tries < mostTries; tries += 1) {
      if (signer.token.current() === token) signer.unauthorized();
      const newer = await signer.token.newerThan(token, patience);
      if (newer === null) break;
      token = newer;
      answer = await send(token, method, path, body);
    }
    const json: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw new ApiError(answer.status, messageOf(json) ?? `The workspace answered ${answer.status}.`);
    return json;
  };
}

function messageOf(json: unknown): string | null {
  const message: unknown = typeof json === 'object' && json !== null && 'message' in json ? json.message : null;
  return typeof message === 'string' ? message : null;
}
