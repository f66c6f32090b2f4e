/** A session as the handler answered with it. */
export type SessionAnswer = Readonly<Record<string, unknown>>;

/** An answer in place of the handler's own. */
export interface OtherAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How an answer is spoiled: another status with this error code, another answer altogether, other fields, or no answer at all. */
export interface Spoiling {
  readonly of: 'mint' | 'refresh';
  readonly how:
    | { readonly status: number; readonly code: string }
    | OtherAnswer
    | ((session: SessionAnswer) => SessionAnswer)
    | 'silence';
}

/** A session without some of its fields. */
const without =
  (...names: readonly string[]) =>
  (session: SessionAnswer): SessionAnswer =>
    Object.fromEntries(Object.entries(session).filter(([name]) => !names.includes(name)));

/** Every mistake that a host's own backend can make with a session, by the code of what the embed then tells. */
export const spoilings = {
  'not-authorized': { of: 'mint', how: { status: 401, code: 'not-authorized' } },
  'not-found': { of: 'mint', how: { status: 404, code: 'not-found' } },
  // As a guard does that sends users who are not signed in to the sign-in page.
  'endpoint-redirects': { of: 'mint', how: { status: 302, headers: { location: '/' } } },
  // As a web server does where no route takes a POST.
  'endpoint-missing': {
    of: 'mint',
    how: { status: 405, headers: { 'content-type': 'text/html' }, body: '<h1>Method Not Allowed</h1>' },
  },
  // As a guard against forged requests does where its token is missing.
  'endpoint-refuses': {
    of: 'mint',
    how: { status: 419, headers: { 'content-type': 'text/html' }, body: '<h1>Page Expired</h1>' },
  },
  // As a dev server does whose proxy is not set: it answers every route with its page.
  'endpoint-not-json': {
    of: 'mint',
    how: {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: '<!doctype html><title>The app</title>',
    },
  },
  'backend-timeout': { of: 'mint', how: 'silence' },
  'session-malformed': { of: 'mint', how: without('session_id') },
  'token-malformed': { of: 'mint', how: (session) => ({ ...session, access_token: '' }) },
  'life-assumed': { of: 'mint', how: without('expires_in', 'expires_at') },
  // As one that was kept for later: by the dates in it, its launch URL has ended.
  'launch-url-expired': {
    of: 'mint',
    how: (session) => ({ ...session, launch_expires_at: new Date(mintedAt(session)).toISOString() }),
  },
  // As a backend does that makes the address itself, and forgets its scheme.
  'launch-url-refused': {
    of: 'mint',
    how: (session) => ({ ...session, launch_url: String(session['launch_url']).replace(/^https?:/, '') }),
  },
  // As where the user's sign-in has ended since the launch, and begun again.
  'refresh-refused': { of: 'refresh', how: { status: 401, code: 'not-authorized' } },
  'session-differs': {
    of: 'refresh',
    how: (session) => ({ ...session, session_id: '00000000-0000-4000-8000-000000000000' }),
  },
} as const satisfies Readonly<Record<string, Spoiling>>;

/** The name of a mistake. */
export type SpoilingName = keyof typeof spoilings;

/** The names of all mistakes. */
export const spoilingNames = Object.keys(spoilings) as [SpoilingName, ...SpoilingName[]];

/** By the service's clock. ms since epoch */
function mintedAt(session: SessionAnswer): number {
  return Date.parse(String(session['expires_at'])) - Number(session['expires_in']) * 1000;
}
