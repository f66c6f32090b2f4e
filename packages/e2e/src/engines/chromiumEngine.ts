import type { BrowserProcess } from './browserProcess.ts';
import { startBrowserProcess } from './browserProcess.ts';
import { ChromiumPage } from './chromiumPage.ts';
import type { Engine } from './engine.ts';
import { locale, viewport } from './pageSettings.ts';

/** Nothing that a browser does for its user, and nothing in the background that a page would wait for. */
const quiet = [
  '--headless',
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--disable-back-forward-cache',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-features=MediaRouter,OptimizationHints,PaintHolding,Translate',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-renderer-backgrounding',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
];

/** Chromium, driven by its DevTools protocol. Each page has a context of its own. */
export async function startChromiumEngine(binary: string, args: readonly string[]): Promise<Engine> {
  const { commands, close }: BrowserProcess = await startBrowserProcess(binary, (profile) =>
    Promise.resolve([
      ...quiet,
      ...args,
      `--lang=${locale}`,
      `--accept-lang=${locale}`,
      `--window-size=${viewport.width},${viewport.height}`,
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ]),
  );
  return { newPage: () => ChromiumPage.inNewContext(commands), close };
}
