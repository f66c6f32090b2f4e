import type { Browser } from 'playwright';
import { join } from 'node:path';
import { root } from '../workspace/paths.ts';
import { bundlePage, pageWith } from './bundlePage.ts';
import { median } from './median.ts';
import { servePages } from './pageServer.ts';

/** What embeds cost the page around them. */
export interface Bystanders {
  /** What a message that is no embed's costs more than without embeds, by their number. µs */
  readonly message: ReadonlyMap<number, number>;
  /** What is left of 1,000 mounts and unmounts once garbage was collected. */
  readonly left: { readonly bytes: number; readonly listeners: number; readonly documents: number };
}

const script = `
  import { createMeshesEmbed } from '@meshes-embed/core';
  // On another origin than this page; what it shows does not matter.
  const elsewhere = location.origin.replace('127.0.0.1', 'localhost');
  let sessions = 0;
  const fetchSession = async () => ({
    session_id: 'session-' + (sessions += 1), access_token: 'token', expires_in: 1800,
    launch_url: elsewhere + '/embed?launch=' + sessions,
  });
  const refreshSession = () => new Promise(() => {});
  const make = () => createMeshesEmbed({ fetchSession, refreshSession, allowInsecureLocalhost: true });
  const main = document.querySelector('main');
  // A frame of the page's own, which talks.
  const talker = document.body.appendChild(document.createElement('iframe'));
  const event = () => new MessageEvent('message', { data: { type: 'other' }, source: talker.contentWindow, origin: location.origin });
  const task = () => new Promise((resolve) => setTimeout(resolve));
  window.measure = {
    async add(count) {
      for (let one = 0; one < count; one++) {
        const container = main.appendChild(document.createElement('div'));
        make().mount(container);
      }
      while (main.querySelectorAll('iframe').length < count) await task();
    },
    messages(count) {
      const events = Array.from({ length: count }, event);
      const started = performance.now();
      for (const one of events) window.dispatchEvent(one);
      return ((performance.now() - started) * 1000) / count;
    },
    async comeAndGo(count) {
      for (let one = 0; one < count; one++) {
        const container = main.appendChild(document.createElement('div'));
        const embed = make();
        const unmount = embed.mount(container);
        while (!container.firstChild) await task();
        unmount();
        container.remove();
        embed.destroy();
        await task();
      }
    },
  };
  window.ready = true;`;

interface Measures {
  add(count: number): Promise<void>;
  messages(count: number): number;
  comeAndGo(count: number): Promise<void>;
}

/** The same calls again and again: the first ones are slower than the rest. */
const messages = 20_000;
const rounds = 9;

/** Sends messages that are not theirs to pages of no, one and twenty embeds, and mounts 1,000 on another page. */
export async function measureBystanders(browser: Browser): Promise<Bystanders> {
  const pages = new Map([['/bystanders', pageWith(await bundlePage(join(root, 'tools'), script))]]);
  const server = await servePages(pages, () => new Promise(() => {}));
  const page = await browser.newPage();
  const open = async (): Promise<void> => {
    await page.goto(`${server.url}/bystanders`);
    await page.waitForFunction(() => (globalThis as { ready?: boolean }).ready);
  };
  const cost = async (embeds: number): Promise<number> => {
    await open();
    await page.evaluate((count) => (globalThis as unknown as { measure: Measures }).measure.add(count), embeds);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++)
      times.push(
        await page.evaluate(
          (count) => (globalThis as unknown as { measure: Measures }).measure.messages(count),
          messages,
        ),
      );
    return median(times);
  };
  try {
    const none = await cost(0);
    const message = new Map<number, number>();
    for (const embeds of [1, 20]) message.set(embeds, Math.max(0, (await cost(embeds)) - none));

    await open();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const metrics = async (): Promise<Record<string, number>> => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics: all } = await session.send('Performance.getMetrics');
      return Object.fromEntries(all.map(({ name, value }) => [name, value]));
    };
    const comeAndGo = (count: number): Promise<void> =>
      page.evaluate((times) => (globalThis as unknown as { measure: Measures }).measure.comeAndGo(times), count);
    // What is compiled and cached once is no growth.
    await comeAndGo(1_000);
    const before = await metrics();
    await comeAndGo(1_000);
    const after = await metrics();
    const grown = (name: string): number => after[name]! - before[name]!;
    return {
      message,
      left: {
        bytes: grown('JSHeapUsedSize'),
        listeners: grown('JSEventListeners'),
        documents: grown('Documents'),
      },
    };
  } finally {
    await page.close();
    server.close();
  }
}
