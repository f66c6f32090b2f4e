import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'tsdown';
import type { TestProject } from 'vitest/node';
import { scriptBuild, scriptFile } from '../../tsdown.config.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the file for script tags is served. */
    scriptUrl: string;
  }
}

/** Builds the file for script tags as it is published, and serves it while the tests run: a vitest `globalSetup`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = join(import.meta.dirname, '../../node_modules/.script');
  await build({ ...scriptBuild, config: false, outDir, logLevel: 'error' });
  const script = await readFile(join(outDir, scriptFile));
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*' })
      .end(script);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('scriptUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}/${scriptFile}`);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
