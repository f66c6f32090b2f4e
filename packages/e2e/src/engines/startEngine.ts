import { chromium, firefox, webkit } from 'playwright';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { firefoxBinary, webKitBinaries } from './browserBinaries.ts';
import { startChromiumEngine } from './chromiumEngine.ts';
import type { Engine } from './engine.ts';
import { startFirefoxEngine } from './firefoxEngine.ts';
import { playwrightEngine } from './playwrightEngine.ts';
import { startWebKitEngine } from './webKitEngine.ts';

/** Every engine that there is a driver for. */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;

/** The name of an engine. */
export type EngineName = (typeof engineNames)[number];

const firefoxUserPrefs = {
  // The pointer of WebDriver BiDi does not reach a frame that has a process of its own; with this, none has.
  'fission.webContentIsolationStrategy': 0,
  // A tab goes through hundreds of pages: none that it left stays alive, and their scripts are compiled once.
  'browser.sessionhistory.max_total_viewers': 0,
  'dom.script_loader.bytecode_cache.strategy': -1,
};

/** Playwright drives its own copy of Firefox by a protocol of its own, and everyone else's by WebDriver BiDi. */
export function firefoxOptions(executablePath = firefoxBinary() ?? firefox.executablePath()): {
  executablePath: string;
  channel?: string;
} {
  return executablePath === firefox.executablePath() ? { executablePath } : { executablePath, channel: 'moz-firefox' };
}

const starters: Record<EngineName, () => Promise<Engine>> = {
  chromium: () => startChromiumEngine(chromiumLaunch.executablePath ?? chromium.executablePath(), chromiumLaunch.args),
  firefox: async () => {
    const binary = firefoxBinary() ?? firefox.executablePath();
    return binary === firefox.executablePath()
      ? playwrightEngine(await firefox.launch({ firefoxUserPrefs }))
      : startFirefoxEngine(binary, firefoxUserPrefs);
  },
  webkit: async () => {
    const binaries = webKitBinaries();
    return binaries === undefined ? playwrightEngine(await webkit.launch()) : startWebKitEngine(binaries);
  },
};

/**
 * Starts a browser. It ends with this process at the latest, but for Playwright's own Firefox, which goes on where this
 * process is killed by SIGKILL.
 */
export function startEngine(name: EngineName): Promise<Engine> {
  return starters[name]();
}
