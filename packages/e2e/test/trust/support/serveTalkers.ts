import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** A page that embeds, and those who talk to it, on two origins. */
export interface Talkers {
  readonly hostOrigin: string;
  /** The address of the page: its embed is in `#embed`, which has one of the same origin in it; another one is `#sibling`. */
  readonly hostUrl: string;
  close(): Promise<void>;
}

async function bundled(file: string): Promise<string> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // As production has it: a build for development says on the console what it notices.
    resolve: { conditions: ['production', 'browser', 'module', 'import', 'default'] },
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [bundle] = built as Rolldown.RolldownOutput[];
  if (!bundle) throw new Error(`${file} was not bundled.`);
  return bundle.output[0].code;
}

const page = (script: string, body = ''): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${body}<script type="module" src="${script}"></script>`;

async function serve(files: Readonly<Record<string, string>>): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host.invalid');
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    const body = files[pathname];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Bundles and serves all of it. */
export async function serveTalkers(): Promise<Talkers> {
  const [hostScript, talkerScript] = await Promise.all([bundled('hostPage.ts'), bundled('talker.ts')]);
  const talkers = await serve({
    '/embed': page('/talker.js', '<iframe id="inner" src="/talker"></iframe>'),
    '/talker': page('/talker.js'),
    '/talker.js': talkerScript,
  });
  const host = await serve({ '/': page('/host.js', '<div id="embed"></div>'), '/host.js': hostScript });
  return {
    hostOrigin: host.origin,
    hostUrl: `${host.origin}/?embed=${encodeURIComponent(talkers.origin)}`,
    async close() {
      for (const { server } of [talkers, host]) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    },
  };
}
