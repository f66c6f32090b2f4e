import { test as base, expect, type BrowserContext } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { TrustRig } from './trustRig.ts';

async function bundleHostPage(): Promise<string> {
  const entry = fileURLToPath(new URL('hostPage.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [bundle] = built as Rolldown.RolldownOutput[];
  if (!bundle) throw new Error('The host page was not bundled.');
  return bundle.output[0].code;
}

/** What a page holds besides its head: the host page its script, and `/loading` an image that never comes. */
const bodies: Readonly<Record<string, string>> = {
  '/host': '<script type="module" src="/host.js"></script>',
  '/loading': '<img src="/never" alt="">',
};

/** Answers every request of the browser: the host page with its script on `/host`, a blank page everywhere else. */
async function serveEveryOrigin(context: BrowserContext, script: string): Promise<void> {
  await context.addInitScript(() => {
    window.heard = [];
    addEventListener('message', ({ origin, data }) => window.heard.push({ origin, data }));
  });
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/never') return;
    if (pathname === '/host.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    const body = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${bodies[pathname] ?? ''}`;
    // An opaque origin, as a sandboxed page has it.
    const headers = {
      'content-type': 'text/html',
      ...(pathname === '/opaque' && { 'content-security-policy': 'sandbox allow-scripts' }),
    };
    return route.fulfill({ headers, body });
  });
}

/** Playwright's `test` with a rig, its host page open. What the host page throws or logs fails the test. */
export const test = base.extend<{ rig: TrustRig }, { hostScript: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
  hostScript: [({}, use) => bundleHostPage().then(use), { scope: 'worker' }],
  rig: async ({ page, context, hostScript }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await serveEveryOrigin(context, hostScript);
    const rig = new TrustRig(page);
    await rig.visit();
    await use(rig);
    expect(complaints, 'the host page stays silent').toEqual([]);
  },
});
