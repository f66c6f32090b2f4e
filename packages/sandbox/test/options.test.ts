import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { startSandbox, type SandboxOptions } from '../src/index.ts';
import { createManualClock } from './support/manualClock.ts';
import { signMachineJwt } from './support/signMachineJwt.ts';
import { request } from './support/testSandbox.ts';

const credentials = {
  organizationId: '11111111-2222-4333-8444-555555555555',
  accessKey: `mk_${'a'.repeat(22)}`,
  secretKey: 's'.repeat(43),
};

describe('startSandbox', () => {
  test('serves on two origins of loopback, on any free ports where 0 is asked for', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => startSandbox({ apiPort: 0, embedPort: 0 })));
    const origins = [one, other].flatMap((sandbox) => [sandbox?.apiUrl ?? '', sandbox?.embedUrl ?? '']);
    expect(new Set(origins).size).toBe(4);
    for (const origin of origins) expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await Promise.all([one?.close(), other?.close()]);
  });

  test('listens on loopback only, unless it is told otherwise', async () => {
    const [outside] = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    const closed = await startSandbox({ apiPort: 0, embedPort: 0 });
    const open = await startSandbox({ apiPort: 0, embedPort: 0, host: '0.0.0.0' });
    const statusFrom = (url: string): Promise<number | string> =>
      fetch(`http://${outside?.address ?? '127.0.0.2'}:${new URL(url).port}/api/v1/sessions`).then(
        ({ status }) => status,
        (error: Error) => error.message,
      );
    expect(await statusFrom(closed.apiUrl)).toBe('fetch failed');
    expect(await statusFrom(open.apiUrl)).toBe(401);
    await Promise.all([closed.close(), open.close()]);
  });

  test('launch URLs name the public address of the embed, which serves them', async () => {
    const publicEmbedUrl = 'https://embed.test.example/';
    const sandbox = await startSandbox({ apiPort: 0, embedPort: 0, publicEmbedUrl });
    expect(sandbox.embedUrl).toBe('https://embed.test.example');
    const { body } = await request(
      `${sandbox.apiUrl}/api/v1/sessions`,
      'POST',
      await signMachineJwt(sandbox, Date.now()),
      { workspace_id: sandbox.workspaces[0]?.id },
    );
    expect(new URL(String(body.launch_url)).origin).toBe('https://embed.test.example');
    await sandbox.close();
  });

  test('accepts the credentials that it is given, and no others', async () => {
    const sandbox = await startSandbox({ apiPort: 0, embedPort: 0, credentials });
    expect(sandbox).toMatchObject(credentials);
    const mint = async (by: typeof credentials) =>
      (
        await request(`${sandbox.apiUrl}/api/v1/sessions`, 'POST', await signMachineJwt(by, Date.now()), {
          workspace_id: sandbox.workspaces[0]?.id,
        })
      ).status;
    expect(await mint(credentials)).toBe(200);
    expect(await mint({ ...credentials, secretKey: 't'.repeat(43) })).toBe(401);
    await sandbox.close();
  });

  test('its own credentials are of the form that contract §1 gives', async () => {
    const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
    expect(sandbox.organizationId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(sandbox.accessKey).toMatch(/^mk_[A-Za-z0-9_-]{22,}$/);
    expect(sandbox.secretKey).toMatch(/^[A-Za-z0-9_-]{43,}$/);
    await sandbox.close();
  });

  test('makes the same data for the same seed, and others for another', async () => {
    const read = async (seed?: number) => {
      const clock = createManualClock();
      const sandbox = await startSandbox({
        apiPort: 0,
        embedPort: 0,
        now: clock.now,
        ...(seed !== undefined && { seed }),
      });
      const token = await signMachineJwt(sandbox, clock.now());
      const { body } = await request(`${sandbox.apiUrl}/api/v1/sessions`, 'POST', token, {
        workspace_id: sandbox.workspaces[0]?.id,
      });
      const events = await request(`${sandbox.embedUrl}/api/events`, 'GET', body.access_token);
      await sandbox.close();
      return { workspaces: sandbox.workspaces, events: events.body };
    };
    const [one, same, other] = [await read(), await read(1), await read(2)];
    expect(same).toEqual(one);
    expect(other.workspaces.map(({ id }) => id)).not.toEqual(one.workspaces.map(({ id }) => id));
    expect(other.workspaces.map(({ name }) => name)).toEqual(one.workspaces.map(({ name }) => name));
  });

  test('close may be called again, and ends even what hangs', async () => {
    const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
    sandbox.addFault({ fault: 'refresh-hang' });
    const hanging = fetch(`${sandbox.apiUrl}/api/v1/sessions/x/refresh`, { method: 'POST' }).catch(
      (error: Error) => error.name,
    );
    await expect.poll(() => sandbox.stats().refreshAttempts).toBe(1);
    await sandbox.close();
    await sandbox.close();
    expect(await hanging).toBe('TypeError');
    await expect(fetch(sandbox.apiUrl)).rejects.toThrow('fetch failed');
  });

  test.each(['apiPort', 'embedPort'] as const)(
    'a taken %s is said clearly, and leaves nothing open',
    async (option) => {
      const blocker = createServer();
      await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
      const { port } = blocker.address() as AddressInfo;
      const flag = option === 'apiPort' ? '--api-port' : '--embed-port';
      await expect(startSandbox({ apiPort: 0, embedPort: 0, [option]: port })).rejects.toMatchObject({
        name: 'SandboxError',
        code: 'port-taken',
        message: expect.stringMatching(new RegExp(`Port ${port} .*${flag} 0`)),
      });
      blocker.close();
    },
  );

  test.each<[string, SandboxOptions]>([
    ['apiPort', { apiPort: -1 }],
    ['apiPort', { apiPort: 65_536 }],
    ['embedPort', { embedPort: 1.5 }],
    ['apiPort and embedPort', { apiPort: 4010, embedPort: 4010 }],
    ['host', { host: '' }],
    ['host', { host: 'http://127.0.0.1' }],
    ['publicEmbedUrl', { publicEmbedUrl: 'sandbox:4011' }],
    ['publicEmbedUrl', { publicEmbedUrl: 'http://sandbox:4011' }],
    ['publicEmbedUrl', { publicEmbedUrl: 'https://embed.test.example/path' }],
    ['publicEmbedUrl', { publicEmbedUrl: 'https://user:secret-that-is-short@embed.test.example' }],
    ['seed', { seed: -1 }],
    ['now', { now: 7 as unknown as () => number }],
    ['credentials.organizationId', { credentials: { ...credentials, organizationId: 'acme' } }],
    ['credentials.accessKey', { credentials: { ...credentials, accessKey: 'mk_short' } }],
    ['credentials.secretKey', { credentials: { ...credentials, secretKey: 'secret-that-is-short' } }],
    ['credentials', { credentials: 'all of them' as unknown as typeof credentials }],
  ])('a bad %s is refused by name, without a secret', async (name, options) => {
    const error = await startSandbox(options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'SandboxError',
      code: 'bad-option',
      message: expect.stringContaining(`${name}: expected`),
    });
    expect(String(error)).not.toContain('secret-that-is-short');
  });
});
