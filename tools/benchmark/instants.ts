import type { MeshesClient } from '@meshes-embed/node';
import type { Sandbox } from '@meshes-embed/sandbox';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { root } from '../workspace/paths.ts';
import { bundlePage } from './bundlePage.ts';
import { median } from './median.ts';
import { servePages } from './pageServer.ts';

/** How soon an embed is there that need not be launched. Medians, ms */
export interface Instants {
  /** From a click to the frame that shows a freshly launched embed. */
  readonly launch: number;
  /** The same for one that was parked. */
  readonly parked: number;
  /** The same for the first show after `preload`. */
  readonly preloaded: number;
}

/** A React page whose embed comes and goes. */
const script = `
  import { createElement as h, useState } from 'react';
  import { flushSync } from 'react-dom';
  import { createRoot } from 'react-dom/client';
  import { MeshesEmbed, preload } from '@meshes-embed/react';

  const ask = async () => (await fetch('/sessions', { method: 'POST' })).json();
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  let live = () => {};
  let set;
  const source = { allowInsecureLocalhost: true, fetchSession: ask, refreshSession: ask };
  function App() {
    const [props, setProps] = useState({ shown: false });
    set = (next) => flushSync(() => setProps(next));
    return props.shown && h(MeshesEmbed, {
      ...source, identity: props.identity, keepAlive: true, onStatusChange: (status) => status === 'live' && live(),
    });
  }
  async function show(identity) {
    const came = new Promise((resolve) => (live = resolve));
    const started = performance.now();
    set({ shown: true, identity });
    await came;
    await drawn();
    return performance.now() - started;
  }
  async function hide() {
    set({ shown: false });
    await drawn();
  }
  let users = 0;
  const isParked = () => document.querySelector(':root > div > iframe') !== null;
  window.measure = {
    async launch() {
      // No other one's embed is taken for this user.
      const time = await show('launched-' + (users += 1));
      await hide();
      return time;
    },
    async parked() {
      const user = 'parked-' + (users += 1);
      await show(user);
      await hide();
      const time = await show(user);
      await hide();
      return time;
    },
    async preload() {
      preload({ ...source, identity: 'preloaded-' + (users += 1), keepAlive: true });
    },
    async preloaded() {
      const time = await show('preloaded-' + users);
      await hide();
      return time;
    },
    isParked,
  };
  createRoot(document.querySelector('main')).render(h(App));
  await drawn();
  window.ready = true;`;

interface Measures {
  launch(): Promise<number>;
  parked(): Promise<number>;
  preload(): Promise<void>;
  preloaded(): Promise<number>;
}

/** How long a preload is left to itself before it is shown: people hover for a while. ms */
const hoverMs = 1_000;

/**
 * Shows an embed in each of three ways, so many times.
 *
 * @param latencyMs - of the page's backend
 */
export async function measureInstants(
  sandbox: Sandbox,
  client: MeshesClient,
  browser: Browser,
  { rounds, latencyMs }: { readonly rounds: number; readonly latencyMs: number },
): Promise<Instants> {
  const pages = new Map([
    [
      '/instants',
      '<!doctype html><title>Instants</title><main></main><script type="module" src="/instants.js"></script>',
    ],
    ['/instants.js', await bundlePage(join(root, 'packages', 'react'), script)],
  ]);
  const workspace_id = sandbox.workspaces[0]!.id;
  const server = await servePages(pages, async (origin) => {
    await wait(latencyMs);
    return client.sessions.mint({ workspace_id, role: 'admin', allowed_origins: [origin] });
  });
  const page = await browser.newPage();
  const times = { launch: [] as number[], parked: [] as number[], preloaded: [] as number[] };
  const measure = (name: keyof Measures): Promise<number> =>
    page.evaluate(async (what) => (await (globalThis as unknown as { measure: Measures }).measure[what]()) ?? 0, name);
  try {
    await page.goto(`${server.url}/instants`);
    await page.waitForFunction(() => (globalThis as { ready?: boolean }).ready);
    for (let round = 0; round < rounds; round++) {
      times.launch.push(await measure('launch'));
      times.parked.push(await measure('parked'));
      await measure('preload');
      await wait(hoverMs);
      times.preloaded.push(await measure('preloaded'));
    }
  } finally {
    await page.close();
    server.close();
  }
  return { launch: median(times.launch), parked: median(times.parked), preloaded: median(times.preloaded) };
}
