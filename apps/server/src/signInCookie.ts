import { randomBytes } from 'node:crypto';
import { parseSigned, serializeSigned } from 'hono/utils/cookie';
import { readKept, type SignedIn } from './signedIn.ts';

const NAME = 'sample_session';
const LIFE_S = 86_400;

/** Keeps who is signed in, in a signed cookie that no script can read. */
export interface SignInCookie {
  /** A `Set-Cookie` value. */
  write(signedIn: SignedIn): Promise<string>;
  /** A `Set-Cookie` value that forgets. */
  clear(): Promise<string>;
  /** Who a request is from, or null. */
  read(request: Request): Promise<SignedIn | null>;
}

/** The key lives as long as the process does: after a restart everybody signs in again. */
export function createSignInCookie(): SignInCookie {
  const secret = randomBytes(32).toString('hex');
  // Not `Secure`, as the demo runs on plain http; a real product sets it.
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  return {
    write: (signedIn) => serializeSigned(NAME, JSON.stringify(signedIn), secret, { ...options, maxAge: LIFE_S }),
    clear: () => serializeSigned(NAME, '', secret, { ...options, maxAge: 0 }),
    async read(request) {
      const { [NAME]: kept } = await parseSigned(request.headers.get('cookie') ?? '', secret, NAME);
      return typeof kept === 'string' ? readKept(kept) : null;
    },
  };
}
