import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import { createHandler } from '../src/handler/createSessionHandler.ts';
import type { SessionHandler, SessionHandlerOptions } from '../src/index.ts';
import { fakeMeshes } from './fakeMeshes.ts';
import { credentials } from './fixtures.ts';
import { authorization, codeOf, fieldsOf, obliging, requestOf } from './handlerFixtures.ts';
import { createTestClock } from './testClock.ts';

const oldKey = 'old-grant-key-0123456789-abcdefghijk';
const newKey = 'new-grant-key-0123456789-abcdefghijk';
const newMachineKey = {
  accessKey: 'mk_N3werAccessKey_7hT2kLm9',
  secretKey: 'n3wer-SuperSecret-9876543210-ponmlkjihgfedcba',
};

/** One deployment of a backend: what it is configured with. */
interface Deployment extends Pick<SessionHandlerOptions, 'grantKeys'> {
  readonly machineKey?: Partial<typeof credentials>;
}

function start({ machineKey, grantKeys }: Deployment): {
  readonly handler: SessionHandler;
  readonly errors: unknown[];
  readonly sent: () => number;
} {
  const meshes = fakeMeshes(obliging);
  const clock = createTestClock();
  const errors: unknown[] = [];
  const client = createClient({ ...credentials, ...machineKey, fetch: meshes.fetch }, clock);
  return {
    handler: createHandler(
      { client, authorize: () => authorization, grantKeys, onError: (error) => void errors.push(error) },
      clock,
    ),
    errors,
    sent: () => meshes.received.length,
  };
}

async function statusesOf(
  tabOf: Deployment,
  refreshedBy: Deployment,
): Promise<readonly [refresh: number, revoke: number, refreshAgain: number]> {
  const [one, other] = [start(tabOf).handler, start(refreshedBy).handler];
  const grantOf = async (response: Response) => (await fieldsOf(response))['grant'];
  const grant = await grantOf(await one(requestOf('POST', '/sessions')));
  const refreshed = await other(requestOf('POST', '/sessions/ses_1/refresh', { grant }));
  const revoked = await other(requestOf('DELETE', '/sessions/ses_1', { grant }));
  const again = await one(requestOf('POST', '/sessions/ses_1/refresh', { grant: await grantOf(refreshed) }));
  return [refreshed.status, revoked.status, again.status];
}

describe('3.12: a rolling deploy with two replicas does not disturb open tabs', () => {
  test.each<[string, Deployment[]]>([
    ['a new grant key', [{ grantKeys: [oldKey] }, { grantKeys: [newKey, oldKey] }, { grantKeys: [newKey] }]],
    [
      'a new grant key, the old one first',
      [
        { grantKeys: [oldKey] },
        { grantKeys: [oldKey, newKey] },
        { grantKeys: [newKey, oldKey] },
        { grantKeys: [newKey] },
      ],
    ],
    ['the first grant key', [{}, { grantKeys: [newKey] }]],
    ['no grant key any more', [{ grantKeys: [oldKey] }, {}]],
    [
      'a new machine key',
      [{}, { grantKeys: [newKey] }, { grantKeys: [newKey], machineKey: newMachineKey }, { machineKey: newMachineKey }],
    ],
  ])('%s', async (_, deployments) => {
    for (const [index, before] of deployments.slice(0, -1).entries()) {
      const after = deployments[index + 1] as Deployment;
      // While a deploy rolls, a tab meets both replicas in turn.
      expect(await statusesOf(before, after)).toEqual([200, 200, 200]);
      expect(await statusesOf(after, before)).toEqual([200, 200, 200]);
    }
  });

  test.each<[string, Deployment, Deployment]>([
    ['another grant key', { grantKeys: [oldKey] }, { grantKeys: [newKey] }],
    ['another machine key, without a grant key', {}, { machineKey: newMachineKey }],
    ['both at once', { grantKeys: [oldKey] }, { grantKeys: [newKey], machineKey: newMachineKey }],
  ])('what has no key in common is refused: %s', async (_, before, after) => {
    expect((await statusesOf(before, after)).slice(0, 2)).toEqual([404, 404]);
  });
});

describe('keys that are missing are told at the first use, before anything is sent', () => {
  test.each<[string, Deployment, object]>([
    ['the machine key', { machineKey: { secretKey: '' } }, { code: 'bad-credentials', field: 'secretKey' }],
    [
      'the machine key, beside a grant key',
      { machineKey: { accessKey: undefined as never }, grantKeys: [newKey] },
      { code: 'bad-credentials', field: 'accessKey' },
    ],
    ['a grant key', { grantKeys: [newKey, ''] }, { code: 'bad-option', field: 'grantKeys.1' }],
  ])('%s', async (_, deployment, error) => {
    const { handler, errors, sent } = start(deployment);
    for (const [method, path] of [
      ['POST', '/sessions'],
      ['POST', '/sessions/ses_1/refresh'],
      ['DELETE', '/sessions/ses_1'],
    ] as const) {
      const response = await handler(requestOf(method, path, { grant: `1999999999.${'A'.repeat(43)}` }));
      expect([response.status, await codeOf(response)]).toEqual([500, 'internal']);
    }
    expect(errors).toEqual([
      expect.objectContaining(error),
      expect.objectContaining(error),
      expect.objectContaining(error),
    ]);
    expect(sent()).toBe(0);
  });
});
