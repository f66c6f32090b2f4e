import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import { createMeshesClient } from '../src/index.ts';
import { fakeMeshes, json, refusal, type Answer } from './fakeMeshes.ts';
import { canaries, credentials, mintedSession, workspace } from './fixtures.ts';
import { createTestClock } from './testClock.ts';
import { thrownBy } from './thrownBy.ts';

function everythingOf(value: unknown): string {
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(value),
    String(value),
    inspect(Object.getOwnPropertyDescriptors(value)),
  ].join('\n');
}

test('E2: the client shows nothing of its credentials', () => {
  const shown = everythingOf(createMeshesClient(credentials));
  for (const secret of Object.values(credentials)) expect(shown).not.toContain(secret);
});

describe('E2: no error shows a secret, a token or what Meshes said', () => {
  const spiteful: Answer = ({ headers }) => {
    throw Object.assign(new TypeError(`could not send ${headers.get('authorization')} with ${credentials.secretKey}`), {
      cause: { code: credentials.secretKey },
    });
  };

  test.each([
    ['a refusal', refusal(400)],
    ['a server error', refusal(500)],
    ['a bad answer', json(mintedSession({ launch_url: 'ftp://launch-canary' }))],
    ['a fetch that tells', spiteful],
  ])('%s', async (_, answer) => {
    const meshes = fakeMeshes(answer);
    const client = createClient({ ...credentials, fetch: meshes.fetch, retries: 0 }, createTestClock());
    const shown = everythingOf(await thrownBy(() => client.sessions.mint({ workspace_id: workspace })));
    for (const canary of [...canaries, 'body-canary']) expect(shown).not.toContain(canary);
  });
});
