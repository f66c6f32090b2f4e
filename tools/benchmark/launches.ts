import type { MeshesClient } from '@meshes-embed/node';
import type { Sandbox } from '@meshes-embed/sandbox';
import type { Browser } from 'playwright';
import { setTimeout as pause } from 'node:timers/promises';
import { launchPages } from './launchPages.ts';
import { median } from './median.ts';
import { servePages } from './pageServer.ts';

/**
 * The median time from a page's script to the posted token, in ms, by page.
 *
 * @param latencyMs - what the page's backend takes beside its own work
 */
export async function raceLaunches(
  sandbox: Sandbox,
  client: MeshesClient,
  browser: Browser,
  { rounds, latencyMs }: { readonly rounds: number; readonly latencyMs: number },
): Promise<ReadonlyMap<string, number>> {
  const pages = await launchPages();
  const workspace_id = sandbox.workspaces[0]!.id;
  const server = await servePages(pages, async (origin) => {
    await pause(latencyMs);
    return await client.sessions.mint({ workspace_id, role: 'admin', allowed_origins: [origin] });
  });
  const times = new Map([...pages.keys()].map((path) => [path, [] as number[]]));
  try {
    // One round that does not count: caches fill, code is compiled.
    for (let round = 0; round <= rounds; round++) {
      for (const [path, taken] of times) {
        const page = await browser.newPage();
        await page.goto(server.url + path);
        const live = await page.waitForFunction(() => (globalThis as { live?: number }).live);
        if (round > 0) taken.push((await live.jsonValue()) ?? Number.NaN);
        await page.close();
      }
    }
  } finally {
    server.close();
  }
  return new Map([...times].map(([path, taken]) => [path, median(taken)]));
}
