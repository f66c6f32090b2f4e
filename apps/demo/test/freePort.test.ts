import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '../src/freePort.ts';

const servers: Server[] = [];

async function taken(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

test('a free port is the one wanted', async () => {
  const port = await taken('127.0.0.1');
  const [server] = servers.splice(0);
  server?.close();
  await once(server as Server, 'close');
  expect(await freePort(port)).toBe(port);
});

test('a taken port gives way to a later one', async () => {
  const port = await taken('127.0.0.1');
  expect(await freePort(port)).toBeGreaterThan(port);
});

test('any port stays any port', async () => {
  expect(await freePort(0)).toBe(0);
});
