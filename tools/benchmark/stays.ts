import type { MeshesClient } from '@meshes-embed/node';
import type { Sandbox } from '@meshes-embed/sandbox';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { root } from '../workspace/paths.ts';
import { bundlePage } from './bundlePage.ts';
import { median } from './median.ts';
import { servePages } from './pageServer.ts';

/** What a user waits for, or does not, while an embed changes its page or comes back. */
export interface Stays {
  /** Frames that were drawn without an embed in use or to be looked at, over all changes of the page. */
  readonly emptyFrames: number;
  /** Changes of the page. */
  readonly changes: number;
  /** Median from a change of the page to live. ms */
  readonly change: number;
  /** Median from mounting to live. ms */
  readonly launch: number;
  /** Median from showing a hidden React Activity to a live embed in it. ms */
  readonly back: number;
}

/** A React page with the embed in an Activity, and a function for each thing that is measured. */
const script = `
  import { Activity, createElement as h, useState } from 'react';
  import { flushSync } from 'react-dom';
  import { createRoot } from 'react-dom/client';
  import { MeshesEmbed } from '@meshes-embed/react';

  const ask = async ({ page }) => (await fetch('/sessions?page=' + page, { method: 'POST' })).json();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // Timers one behind the other wait for 4 ms; a message does not.
  const channel = new MessageChannel();
  const task = () => new Promise((resolve) => ((channel.port1.onmessage = resolve), channel.port2.postMessage(0)));
  let live = () => {};
  let set;
  function App() {
    const [props, setProps] = useState({ page: 'dashboard', mode: 'visible', run: 0 });
    set = (changes) => flushSync(() => setProps((now) => ({ ...now, ...changes })));
    return h(Activity, { mode: props.mode }, h(MeshesEmbed, {
      key: props.run, page: props.page, allowInsecureLocalhost: true, fetchSession: ask, refreshSession: ask,
      onStatusChange: (status) => status === 'live' && live(),
    }));
  }
  const isLive = () => new Promise((resolve) => (live = resolve));
  const shown = () => [...document.querySelectorAll('iframe')].some((iframe) => iframe.style.opacity !== '0' && iframe.getClientRects().length > 0);
  async function timed(act) {
    const came = isLive();
    const started = performance.now();
    act();
    await came;
    return performance.now() - started;
  }
  let runs = 0;
  let pages = 0;
  window.measure = {
    launch: () => timed(() => set({ run: (runs += 1) })),
    async change() {
      let empty = 0;
      let watching = true;
      const watch = async () => {
        while (watching) {
          await frame();
          if (!shown()) empty += 1;
        }
      };
      const watched = watch();
      const time = await timed(() => set({ page: ['rules', 'events', 'connections', 'dashboard'][pages++ % 4] }));
      watching = false;
      await watched;
      return { time, empty };
    },
    async back() {
      set({ mode: 'hidden' });
      await task();
      await frame();
      const started = performance.now();
      set({ mode: 'visible' });
      await task();
      if (!shown()) throw new Error('the embed did not come back');
      return performance.now() - started;
    },
  };
  createRoot(document.querySelector('main')).render(h(App));
  await isLive();
  window.ready = true;`;

interface Measures {
  launch(): Promise<number>;
  change(): Promise<{ time: number; empty: number }>;
  back(): Promise<number>;
}

/** Changes pages, launches again and comes back, so many times each. */
export async function measureStays(
  sandbox: Sandbox,
  client: MeshesClient,
  browser: Browser,
  rounds: number,
): Promise<Stays> {
  const pages = new Map([
    [
      '/activity',
      '<!doctype html><title>Activity</title><main></main><script type="module" src="/activity.js"></script>',
    ],
    ['/activity.js', await bundlePage(join(root, 'packages', 'react'), script)],
  ]);
  const workspace_id = sandbox.workspaces[0]!.id;
  const server = await servePages(pages, (origin, launch_page) =>
    client.sessions.mint({ workspace_id, role: 'admin', launch_page, allowed_origins: [origin] }),
  );
  const page = await browser.newPage();
  const launches: number[] = [];
  const changes: { time: number; empty: number }[] = [];
  const backs: number[] = [];
  try {
    await page.goto(`${server.url}/activity`);
    await page.waitForFunction(() => (globalThis as { ready?: boolean }).ready);
    for (let round = 0; round < rounds; round++) {
      launches.push(await page.evaluate(() => (globalThis as unknown as { measure: Measures }).measure.launch()));
      changes.push(await page.evaluate(() => (globalThis as unknown as { measure: Measures }).measure.change()));
      backs.push(await page.evaluate(() => (globalThis as unknown as { measure: Measures }).measure.back()));
    }
  } finally {
    await page.close();
    server.close();
  }
  return {
    emptyFrames: changes.reduce((sum, { empty }) => sum + empty, 0),
    changes: changes.length,
    change: median(changes.map(({ time }) => time)),
    launch: median(launches),
    back: median(backs),
  };
}
