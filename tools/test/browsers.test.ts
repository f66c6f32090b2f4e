import { chromium, webkit } from 'playwright';
import { expect, test } from 'vitest';
import { browserNames, ensureBrowsers, type Machine } from '../browsers.ts';

const debian: Record<string, string[]> = {
  'chromium-headless-shell': ['/usr/bin/chromium-headless-shell'],
  'firefox-esr': ['/usr/bin/firefox-esr'],
  'webkit2gtk-driver': ['/usr/bin/WebKitWebDriver', '/usr/lib/*/webkit2gtk-4.*/MiniBrowser'],
  xvfb: ['/usr/bin/Xvfb'],
};
const everything = Object.values(debian).flat();

/** A machine with some files, and apt-get that knows packages once it has fetched their lists. */
function machineWith(files: string[], settings: Partial<Machine> & { downloads?: Record<string, string> } = {}) {
  const { downloads = {}, ...rest } = settings;
  const there = new Set(files);
  const commands: string[] = [];
  let knows = false;
  const machine: Machine = {
    environment: {},
    has: (pattern) => there.has(pattern),
    majorVersion: () => 153,
    isRoot: false,
    run: (command, args) => {
      commands.push([command, ...args].join(' '));
      if (args[0] === 'update') knows = true;
      const packages = args.filter((name) => name in debian);
      if (command === 'apt-get' && knows)
        for (const name of packages) for (const file of debian[name] ?? []) there.add(file);
      const download = command === 'playwright' ? downloads[args[1] ?? ''] : undefined;
      if (download !== undefined) there.add(download);
      return Promise.resolve(command === 'apt-get' && !knows ? 100 : 0);
    },
    ...rest,
  };
  return { machine, commands };
}

test('what the machine has is found, and nothing is run', async () => {
  const { machine, commands } = machineWith(everything, { isRoot: true });
  expect(await ensureBrowsers(browserNames, machine)).toEqual({
    chromium: '/usr/bin/chromium-headless-shell',
    firefox: '/usr/bin/firefox-esr',
    webkit: '/usr/bin/WebKitWebDriver',
  });
  expect(commands).toEqual([]);
});

test('Chromium is taken without windows where there are both', async () => {
  const { machine } = machineWith(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']);
  expect(await ensureBrowsers(['chromium'], machine)).toEqual({ chromium: '/usr/bin/chromium-headless-shell' });
});

test('a variable names another place', async () => {
  const { machine } = machineWith([...everything, '/opt/firefox'], {
    environment: { FIREFOX_PATH: '/opt/firefox', CHROMIUM_PATH: '' },
  });
  expect(await ensureBrowsers(['chromium', 'firefox'], machine)).toEqual({
    chromium: '/usr/bin/chromium-headless-shell',
    firefox: '/opt/firefox',
  });
});

test('a variable that names nothing is said, whatever else there is', async () => {
  const { machine } = machineWith(everything, { environment: { WEBKIT_PATH: '/opt/none' } });
  await expect(ensureBrowsers(browserNames, machine)).rejects.toThrow(
    'WEBKIT_PATH names /opt/none, where there is nothing.',
  );
});

test('all that is missing is installed in one go', async () => {
  const { machine, commands } = machineWith(['/usr/bin/chromium', '/usr/bin/apt-get'], { isRoot: true });
  expect(await ensureBrowsers(browserNames, machine)).toMatchObject({
    firefox: '/usr/bin/firefox-esr',
    webkit: '/usr/bin/WebKitWebDriver',
  });
  expect(commands).toEqual([
    'apt-get update -q',
    'apt-get install -y -q --no-install-recommends firefox-esr webkit2gtk-driver xvfb',
  ]);
});

test('one that is too old to be driven is installed again', async () => {
  const versions = [140, 153];
  const { machine, commands } = machineWith([...everything, '/usr/bin/apt-get'], {
    isRoot: true,
    majorVersion: () => versions.shift() ?? 0,
  });
  expect(await ensureBrowsers(['firefox'], machine)).toEqual({ firefox: '/usr/bin/firefox-esr' });
  expect(commands.at(-1)).toBe('apt-get install -y -q --no-install-recommends firefox-esr');
});

test('one that stays too old is said, with the version that it takes', async () => {
  const { machine } = machineWith(everything, { majorVersion: () => 140 });
  await expect(ensureBrowsers(['firefox'], machine)).rejects.toThrow('No whole firefox (153 or newer) on this machine');
});

test.each([['/usr/bin/Xvfb'], ['/usr/lib/*/webkit2gtk-4.*/MiniBrowser']])(
  'WebKitGTK without %s is not whole',
  async (part) => {
    const { machine, commands } = machineWith([...everything.filter((file) => file !== part), '/usr/bin/apt-get'], {
      isRoot: true,
    });
    await ensureBrowsers(['webkit'], machine);
    expect(commands.at(-1)).toBe('apt-get install -y -q --no-install-recommends webkit2gtk-driver xvfb');
  },
);

test('where nothing may be installed, Playwright downloads', async () => {
  const { machine, commands } = machineWith(['/usr/bin/apt-get'], {
    downloads: { chromium: chromium.executablePath(), webkit: webkit.executablePath() },
  });
  expect(await ensureBrowsers(['chromium', 'webkit'], machine)).toEqual({
    chromium: chromium.executablePath(),
    webkit: webkit.executablePath(),
  });
  expect(commands).toEqual(['playwright install chromium', 'playwright install webkit']);
});

test('where nothing brings one, it is said what to install', async () => {
  const { machine } = machineWith(['/usr/bin/chromium']);
  const sought = ensureBrowsers(browserNames, machine);
  await expect(sought).rejects.toThrow('No whole firefox (153 or newer), no webkit on this machine');
  await expect(sought).rejects.toThrow(
    'apt-get install firefox-esr webkit2gtk-driver xvfb), or name a binary by FIREFOX_PATH, WEBKIT_PATH.',
  );
});
