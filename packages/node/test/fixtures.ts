import type { Credentials } from '../src/client/credentials.ts';

/** Made up, and looked for by name in everything that must not show it. */
export const credentials: Credentials = {
  organizationId: '0f8b1c9e-4c0a-4d0e-9a51-2f6f0a6c7b11',
  accessKey: 'mk_T3stAccessKeyCanary_4pQ9z',
  secretKey: 'c4n4ry-SuperSecret-0123456789-abcdefghijklmnop',
};

export const workspace = 'b6c1b0e2-6f0e-4a53-8c39-0d7d2f1a9e01';
export const otherWorkspace = 'b6c1b0e2-6f0e-4a53-8c39-0d7d2f1a9e02';

/** Where time starts in tests, in ms since the epoch. */
export const startMs = Date.UTC(2026, 10, 3, 12, 0, 0);

const accessToken = 'token-canary-eyJhbGciOiJIUzI1NiJ9.e30.sig';

/** What a refresh answers, with what differs. */
export function refreshedSession(differing: object = {}): object {
  return {
    session_id: 'ses_1',
    access_token: accessToken,
    expires_in: 1800,
    expires_at: new Date(startMs + 1_800_000).toISOString(),
    workspace_id: workspace,
    role: 'member',
    session_type: 'workspace',
    ...differing,
  };
}

/** What a mint answers, with what differs. */
export function mintedSession(differing: object = {}): object {
  return refreshedSession({
    launch_token: 'launch-canary',
    launch_url: 'https://embed.meshes.io/workspace/dashboard?launch=launch-canary',
    launch_expires_at: new Date(startMs + 30_000).toISOString(),
    ...differing,
  });
}

/** Text that must never be seen outside of where it belongs. */
export const canaries = [credentials.secretKey, accessToken, 'launch-canary', 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCI'];
