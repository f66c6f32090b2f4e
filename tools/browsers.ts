import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { chromium, firefox, webkit } from 'playwright';
import { runCommand } from './workspace/runCommand.ts';

/** A browser engine that tests run in, and where it comes from. */
interface BrowserSource {
  /** Where it usually lies, best first: Linux, macOS, Windows. */
  paths: string[];
  /** The variable that names another place, and tells tests the place. */
  variable: string;
  /** What else has to be there to drive it: of each list, one path or pattern. */
  needs: string[][];
  /** The oldest major version that Playwright can drive, where a machine may well have an older one. */
  oldest?: number;
  /** The Debian packages that bring all of it. */
  debianPackages: string[];
  /** Where Playwright's own copy would lie, which needs nothing else. */
  playwrightPath(): string;
}

const browsers = {
  chromium: {
    paths: [
      // The same engine without a browser's own windows, which cost as much as the pages of tests.
      '/usr/bin/chromium-headless-shell',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    variable: 'CHROMIUM_PATH',
    needs: [],
    debianPackages: ['chromium-headless-shell'],
    playwrightPath: () => chromium.executablePath(),
  },
  firefox: {
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    variable: 'FIREFOX_PATH',
    needs: [],
    // Older ones lack commands of WebDriver BiDi. This is the oldest one that was tried.
    oldest: 153,
    debianPackages: ['firefox-esr'],
    playwrightPath: () => firefox.executablePath(),
  },
  // WebKitGTK by its own driver, on a display that no one sees.
  webkit: {
    paths: ['/usr/bin/WebKitWebDriver'],
    variable: 'WEBKIT_PATH',
    needs: [
      ['/usr/bin/Xvfb'],
      ['/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/lib{,64,exec}/webkit2gtk-4.*/MiniBrowser'],
    ],
    debianPackages: ['webkit2gtk-driver', 'xvfb'],
    playwrightPath: () => webkit.executablePath(),
  },
} satisfies Record<string, BrowserSource>;

/** A browser engine that tests run in. */
export type BrowserName = keyof typeof browsers;

/** Every engine that tests run in. */
export const browserNames = Object.keys(browsers) as BrowserName[];

/** What is asked and changed of the machine that the browsers are for. */
export interface Machine {
  environment: Record<string, string | undefined>;
  /** Whether something lies at a path, or at one that a pattern matches. */
  has(pattern: string): boolean;
  /** The major version that a browser's binary says it is; NaN where it says none. */
  majorVersion(path: string): number;
  /** Whether packages may be installed. */
  isRoot: boolean;
  /** Runs a command; its exit code. */
  run(command: string, args: string[], options?: { quiet?: boolean }): Promise<number>;
}

const thisMachine: Machine = {
  environment: process.env,
  has: (pattern) => existsSync(pattern) || (pattern.includes('*') && globSync(pattern).length > 0),
  majorVersion(path) {
    try {
      return Number(
        /\d+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[0],
      );
    } catch {
      return Number.NaN;
    }
  },
  isRoot: process.getuid?.() === 0,
  run: async (command, args, options) =>
    (await runCommand(command, args, { ...options, environment: { DEBIAN_FRONTEND: 'noninteractive' } })).code,
};

function find(
  { paths, variable, needs, oldest = 0, playwrightPath }: BrowserSource,
  machine: Machine,
): string | undefined {
  const { environment, has } = machine;
  const named = environment[variable];
  const ownCopy = playwrightPath();
  const isFit = (path: string): boolean =>
    needs.every((places) => places.some(has)) && (oldest === 0 || machine.majorVersion(path) >= oldest);
  const isWhole = (path: string): boolean => has(path) && (path === ownCopy || isFit(path));
  if (named === undefined || named === '') return [...paths, ownCopy].find(isWhole);
  if (!has(named))
    throw new Error(`${variable} names ${named}, where there is nothing. Unset it, or set it to the browser's binary.`);
  return isWhole(named) ? named : undefined;
}

async function installWithApt(packages: string[], machine: Machine): Promise<void> {
  console.log(`installing ${packages.join(' ')} with apt-get …`);
  // A machine that never fetched the lists of packages knows none; one that did long ago installs browsers as old as they are.
  await machine.run('apt-get', ['update', '-q'], { quiet: true });
  await machine.run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { quiet: true });
}

/**
 * The paths of browsers' binaries: the machine's own; else, as root on Debian, from apt-get, all in one go; else
 * Playwright's downloads. One that is too old to be driven counts as missing.
 *
 * @throws Error that says what to install, if there is no way to get one: tests are never left out quietly.
 */
export async function ensureBrowsers(
  names: readonly BrowserName[],
  machine = thisMachine,
): Promise<Record<BrowserName, string>> {
  const found = new Map<BrowserName, string>();
  const look = (): BrowserName[] => {
    for (const name of names) {
      const path = find(browsers[name], machine);
      if (path !== undefined) found.set(name, path);
    }
    return names.filter((name) => !found.has(name));
  };

  let missing = look();
  if (missing.length > 0 && machine.isRoot && machine.has('/usr/bin/apt-get')) {
    await installWithApt(
      missing.flatMap((name) => browsers[name].debianPackages),
      machine,
    );
    missing = look();
  }
  for (const name of missing) {
    console.log(`downloading ${name} with Playwright …`);
    await machine.run('playwright', ['install', name]);
  }
  missing = look();
  if (missing.length === 0) return Object.fromEntries(found) as Record<BrowserName, string>;
  const packages = missing.flatMap((name) => browsers[name].debianPackages).join(' ');
  const variables = missing.map((name) => browsers[name].variable).join(', ');
  const wanted = missing.map((name) => {
    const { oldest }: BrowserSource = browsers[name];
    return oldest === undefined ? name : `${name} (${oldest} or newer)`;
  });
  throw new Error(
    `No whole ${wanted.join(', no ')} on this machine, and none could be fetched. Install what is missing (on Debian: apt-get install ${packages}), or name a binary by ${variables}.`,
  );
}

/** The path of one browser's binary; see `ensureBrowsers`. */
export async function ensureBrowser(name: BrowserName): Promise<string> {
  return (await ensureBrowsers([name]))[name];
}

/**
 * The variables that tell tests where all browsers are; fetches those that are missing, see `ensureBrowsers`. One more
 * changes with the binaries, so that what passed in a browser is tried again in another version of it.
 */
export async function browserEnvironment(): Promise<Record<string, string>> {
  const paths = await ensureBrowsers(browserNames);
  const builds = browserNames.map((name) => {
    const { size, mtimeMs } = statSync(paths[name]);
    return `${name} ${size} ${mtimeMs}`;
  });
  return {
    ...Object.fromEntries(browserNames.map((name) => [browsers[name].variable, paths[name]])),
    BROWSER_BUILDS: builds.join(', '),
  };
}
