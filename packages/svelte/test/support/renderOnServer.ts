import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';
import type { BrowserCommand } from 'vitest/node';

/** The markup that a server makes of a fixture, given by its path from the package's folder as `/test/fixtures/Name.svelte`. */
export const renderOnServer: BrowserCommand<[fixture: string]> = async ({ project }, fixture) => {
  const vite = await createServer({
    root: project.config.root,
    configFile: false,
    plugins: [svelte()],
    logLevel: 'error',
    server: { middlewareMode: true, ws: false },
  });
  try {
    const [{ default: component }, { render }] = await Promise.all([
      vite.ssrLoadModule(fixture),
      vite.ssrLoadModule('svelte/server'),
    ]);
    return (render(component) as { body: string }).body;
  } finally {
    await vite.close();
  }
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    renderOnServer(fixture: string): Promise<string>;
  }
}
