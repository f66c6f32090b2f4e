import type { ScreenSettings } from './screenSettings.ts';

/** Who the sample backend signed in. */
export interface SignedIn {
  readonly workspace: { readonly id: string; readonly name: string };
}

/** What `scenario=short-life` asks of Meshes: the shortest lives it gives (contract §2). s */
const shortLife = { ttl_seconds: 300, launch_ttl_seconds: 15 };

/**
 * Signs a demo user in at the sample backend, which sets a cookie.
 *
 * @throws Error when the backend refuses or does not answer, saying so.
 */
export async function signIn({ workspace, role, sessionType, scenario }: ScreenSettings): Promise<SignedIn> {
  const response = await fetch('/api/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      workspace,
      role,
      session_type: sessionType,
      ...(scenario === 'short-life' ? shortLife : {}),
    }),
  });
  if (!response.ok) throw new Error(`The sample backend refused to sign in (${response.status}). Is it running?`);
  return (await response.json()) as SignedIn;
}
