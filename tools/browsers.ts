import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { runCommand } from './workspace/runCommand.ts';

/** A browser engine that tests run in, and where it comes from. */
interface BrowserSource {
  /** Where it usually lies, best first: Linux, macOS, Windows. */
  paths: string[];
  /** The variable that names another place. */
  variable: string;
  /** The Debian packages that bring it. */
  debianPackages: string[];
  /** Playwright's name for its own copy, and where that copy would lie. */
  playwright: { name: string; path(): string };
}

const browsers = {
  chromium: {
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    variable: 'CHROMIUM_PATH',
    debianPackages: ['chromium'],
    playwright: { name: 'chromium', path: () => chromium.executablePath() },
  },
} satisfies Record<string, BrowserSource>;

/** A browser engine that tests run in. */
export type BrowserName = keyof typeof browsers;

function find({ paths, variable, playwright }: BrowserSource): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`${variable} names ${named}, where there is nothing. Unset it, or set it to the browser's binary.`);
  }
  return [...paths, playwright.path()].find((path) => existsSync(path));
}

async function installWithApt(packages: string[]): Promise<void> {
  console.log(`installing ${packages.join(' ')} with apt-get …`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  if ((await runCommand('apt-get', install, { environment, quiet: true })).code === 0) return;
  // A machine that never fetched the lists of packages knows none.
  await runCommand('apt-get', ['update', '-q'], { environment, quiet: true });
  await runCommand('apt-get', install, { environment });
}

/**
 * The path of a browser's binary: the machine's own; else, as root on Debian, from apt-get; else Playwright's download.
 * Throws, saying what to install, where none of these brings one: tests are never left out quietly.
 */
export async function ensureBrowser(name: BrowserName): Promise<string> {
  const source = browsers[name];
  const present = find(source);
  if (present !== undefined) return present;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installWithApt(source.debianPackages);
  const installed = find(source);
  if (installed !== undefined) return installed;

  console.log(`downloading ${name} with Playwright …`);
  await runCommand('playwright', ['install', source.playwright.name]);
  const downloaded = find(source);
  if (downloaded !== undefined) return downloaded;
  throw new Error(`No ${name} on this machine, and none could be fetched. Install it (on Debian: apt-get install ${source.debianPackages.join(' ')}), or set ${source.variable} to its binary.`);
}
