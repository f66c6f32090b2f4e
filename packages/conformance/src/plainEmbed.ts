import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type {} from './plainOrigin.ts';

/**
 * The embed's side at its plainest: says ready, takes tokens, and reports by `meshes:navigate` which document it is and
 * how many tokens that took, as `<document> took <tokens>`. Says what the host's test asks it to with `{ say }`.
 */
const page = `<!doctype html><html lang="en"><title>Embed</title><script type="module">
  const host = new URL(document.referrer).origin;
  const say = (message) => parent.postMessage(message, host);
  const name = crypto.randomUUID();
  let taken = 0;
  addEventListener('message', ({ data, source, origin }) => {
    if (source !== parent || origin !== host) return;
    if (data.say) say(data.say);
    if (data.type !== 'meshes:auth') return;
    taken += 1;
    say({ type: 'meshes:navigate', path: name + ' took ' + taken });
    say({ type: 'meshes:resize', height: 640 });
  });
  say({ type: 'meshes:ready' });
</script>`;

/** Serves the plain embed on an origin of its own while the tests run: a vitest `globalSetup`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('embedOrigin', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
