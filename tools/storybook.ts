// Builds the recipe for Storybook with the packed packages, and looks at each story in Chromium. No part of `npm test`:
// Storybook is large, and is installed from the registry.
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { packedPackages } from './workspace/packedPackages.ts';
import { root, temporaryFolder } from './workspace/paths.ts';
import { runCommand, stopCommandsAtSignals } from './workspace/runCommand.ts';

/** What has to be seen of each story. */
const stories: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  live: async (page) => {
    await page.locator('[data-meshes-status="live"]').waitFor();
    await page.frameLocator('iframe').getByRole('heading', { name: 'Dashboard' }).waitFor();
  },
  loading: (page) => page.getByText('Loading…').waitFor(),
  outage: (page) => page.getByRole('button', { name: 'Try now' }).waitFor({ timeout: 60_000 }),
  'signed-out': (page) => page.getByRole('alert').getByText('Sign in again').waitFor(),
  'at-rules': async (page) => {
    await page.getByRole('heading', { name: 'Integrations: rules' }).waitFor();
    await page.frameLocator('iframe').getByRole('heading', { name: 'Rules' }).waitFor();
  },
};

async function builtStorybook(): Promise<string> {
  const folder = temporaryFolder('storybook');
  cpSync(join(root, 'packages', 'testing', 'recipes', 'storybook'), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const tarballs = Object.fromEntries((await packedPackages()).map(({ name, tarball }) => [name, `file:${tarball}`]));
  for (const kind of ['dependencies', 'devDependencies'] as const)
    for (const name of Object.keys(manifest[kind])) manifest[kind][name] = tarballs[name] ?? manifest[kind][name];
  manifest.overrides = { '@meshes-embed/core': tarballs['@meshes-embed/core'] };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const args of [
    ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    ['run', 'build'],
  ]) {
    const { code, output } = await runCommand('npm', args, { folder, quiet: true });
    if (code !== 0) throw new Error(`npm ${args[0]} failed:\n${output}`);
  }
  const { code, output } = await runCommand('tsc', ['-p', folder], { folder, quiet: true });
  if (code !== 0) throw new Error(`the stories do not compile:\n${output}`);
  return folder;
}

stopCommandsAtSignals();
const folder = await builtStorybook();
const server = await preview({
  root: folder,
  configFile: false,
  build: { outDir: 'storybook-static' },
  preview: { host: '127.0.0.1', port: 0 },
  logLevel: 'error',
});
const browser = await chromium.launch(chromiumLaunch);
try {
  const address = server.resolvedUrls!.local[0]!;
  for (const [name, look] of Object.entries(stories)) {
    const page = await browser.newPage();
    const outside: string[] = [];
    page.on('request', (request) => request.url().startsWith(address) || outside.push(new URL(request.url()).origin));
    const printed: string[] = [];
    page.on('console', (message) => {
      // A browser asks for an icon that a static build does not have.
      const ours = !message.location().url.startsWith(address) || !message.text().includes('404');
      if (message.type() === 'error' && ours) printed.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => printed.push(error.message));
    await page.goto(`${address}iframe.html?id=integrationspage--${name}&viewMode=story`);
    await look(page);
    const wrong = [...outside.filter((origin) => origin !== 'null'), ...printed];
    if (wrong.length > 0) throw new Error(`${name}: ${wrong.join(', ')}`);
    await page.close();
    console.log(`story ${name}: as it should be; nothing loaded from elsewhere, no error printed`);
  }
} finally {
  await browser.close();
  await server.close();
}
