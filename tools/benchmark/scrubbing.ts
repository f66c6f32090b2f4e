import { join } from 'node:path';
import type { Browser } from 'playwright';
import { build, preview } from 'vite';
import { visualizer } from '@meshes-embed/app-demo/apps';

/** So many steps has the trace. */
const length = 10_000;

/** A long life: live, and refreshed again and again, with what an embed says in between. */
function longTrace(): object[] {
  return Array.from({ length }, (_, index) => {
    const step = { version: 1, index, at: index * 250 };
    if (index % 4 === 0)
      return { ...step, kind: 'state', name: 'refreshing', data: { from: 'live', by: 'TOKEN_REFRESH' } };
    if (index % 4 === 1)
      return {
        ...step,
        kind: 'state',
        name: 'live',
        data: { from: 'refreshing', by: 'xstate.done.actor.0.embed.refreshing' },
      };
    return index % 4 === 2
      ? { ...step, kind: 'in', name: 'meshes:navigate' }
      : { ...step, kind: 'drop', name: 'unknown-type' };
  });
}

/** How many frames a second the visualizer draws while a long trace is scrubbed, one move a frame, and the longest frame in ms. */
export async function scrubLongTrace(
  browser: Browser,
  frames: number,
): Promise<{ readonly perSecond: number; readonly longest: number }> {
  const outDir = join('dist', 'benchmark');
  await build({ root: visualizer.folder, logLevel: 'warn', build: { outDir } });
  const server = await preview({ root: visualizer.folder, logLevel: 'warn', build: { outDir }, preview: { port: 0 } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(`${server.resolvedUrls!.local[0]}#recorded`);
    await page.getByTestId('trace-file').setInputFiles({
      name: 'long.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(longTrace())),
    });
    await page.getByTestId('scrubber').waitFor();
    return await page.evaluate(
      async ([count, last]) => {
        const scrubber = document.querySelector<HTMLInputElement>('[data-testid="scrubber"]')!;
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
        const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
        const times: number[] = [];
        let before = await frame();
        const started = before;
        for (let move = 0; move < count; move++) {
          set.call(scrubber, String(Math.round((last * move) / count)));
          scrubber.dispatchEvent(new Event('input', { bubbles: true }));
          const now = await frame();
          times.push(now - before);
          before = now;
        }
        return { perSecond: (count * 1000) / (before - started), longest: Math.max(...times) };
      },
      [frames, length - 1] as const,
    );
  } finally {
    await page.close();
    await server.close();
  }
}
