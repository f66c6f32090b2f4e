import { decodeJwt, decodeProtectedHeader, type JWTPayload, type ProtectedHeaderParameters } from 'jose';

/** One request as Meshes got it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly redirect: string;
  readonly signal: AbortSignal;
  readonly jwt: JWTPayload;
  readonly jwtHeader: ProtectedHeaderParameters;
}

export type Answer = (request: Received, index: number) => Response | Promise<Response>;

/** Replaces `fetch`: gives the answers in turn, and then the last one again and again. */
export interface FakeMeshes {
  readonly fetch: typeof globalThis.fetch;
  readonly received: Received[];
}

export function fakeMeshes(...answers: Answer[]): FakeMeshes {
  const received: Received[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    const token = (headers.get('authorization') ?? '').replace(/^Bearer /, '');
    const request: Received = {
      method: init.method ?? 'GET',
      url: String(input),
      headers,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      redirect: init.redirect ?? 'follow',
      signal: init.signal as AbortSignal,
      jwt: decodeJwt(token),
      jwtHeader: decodeProtectedHeader(token),
    };
    const index = received.push(request) - 1;
    const answer = answers[Math.min(index, answers.length - 1)] as Answer;
    return await answer(request, index);
  };
  return { fetch, received };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return () => Response.json(body, { status, headers });
}

export function refusal(status: number, headers: Record<string, string> = {}): Answer {
  return json({ message: 'body-canary of Meshes', error: { secret: 'body-canary' } }, status, headers);
}

/** As undici fails when no one listens, or when the connection breaks. */
export const networkFailure: Answer = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
};

/** Never answers, whatever the signal says. */
export const hang: Answer = () => new Promise<Response>(() => {});
