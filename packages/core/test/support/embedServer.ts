import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the embed of the tests is served: another origin than the page's. */
    embedOrigin: string;
  }
}

/**
 * An embed that says ready, takes tokens, and reports by `meshes:navigate` which document it is and how many tokens that
 * took, as `<document> took <tokens>`, and by `meshes:resize` a height of 640. A test makes it say more with
 * `{ say, times }`, reload itself with `{ reload: true }`, and
 * report by `meshes:navigate` which color scheme it finds, `dark` or `light`, with `{ scheme: true }`.
 */
const talking = `<!doctype html><html lang="en"><title>Embed</title><body><input><script type="module">
  const host = location.ancestorOrigins[0];
  const say = (message) => parent.postMessage(message, host);
  const name = crypto.randomUUID();
  let taken = 0;
  addEventListener('message', ({ data, source, origin }) => {
    // A host whose code runs in another window of its origin than the container is posts from there.
    if (!source || origin !== host) return;
    if (data.reload) location.reload();
    if (data.scheme) say({ type: 'meshes:navigate', path: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' });
    for (let time = 0; data.say && time < (data.times ?? 1); time++) say(data.say);
    if (data.type !== 'meshes:auth') return;
    taken += 1;
    say({ type: 'meshes:navigate', path: name + ' took ' + taken, keys: Object.keys(data).join() });
    say({ type: 'meshes:resize', height: 640 });
  });
  say({ type: 'meshes:ready' });
</script>`;

/** The same, and its `load` never fires: something in it never comes. */
const unfinished = `${talking}<img src="/never" alt="">`;

/** What a launch URL gives that was used before, and every page of the path `/silent`: says nothing (contract §4). */
const silent = '<!doctype html><html lang="en"><title>Embed</title><p>Invalid or expired embed launch token';

/** Serves the embed on an origin of its own while the tests run: a vitest `globalSetup`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const used = new Set<string>();
  const server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://embed.invalid');
    if (pathname === '/never') return;
    const launch = searchParams.get('launch') ?? '';
    const page = pathname.startsWith('/workspace/')
      ? talking
      : pathname.startsWith('/unfinished/')
        ? unfinished
        : silent;
    const fresh = !used.has(launch);
    used.add(launch);
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(fresh ? page : silent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('embedOrigin', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
