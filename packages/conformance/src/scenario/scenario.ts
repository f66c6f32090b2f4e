import type { CauseCode } from '@meshes-embed/core/diagnostics';
import { expect, test as base } from '@playwright/test';
import { apps, type AppName } from '../apps.ts';
import { AppLine } from '../demo/appLine.ts';
import { startDemoProcess, type DemoAddresses } from '../demo/demoProcess.ts';
import { HostScreen } from '../demo/hostScreen.ts';
import { SandboxControl } from '../demo/sandboxControl.ts';
import type { Engine, EnginePage } from '../engines/engine.ts';
import { startEngine, type EngineName } from '../engines/startEngine.ts';
import { expectGoldenTrace } from './goldenTrace.ts';
import { expectNoSecret } from './secrets.ts';

/** What a scenario works with. */
export interface World {
  readonly host: HostScreen;
  readonly sandbox: SandboxControl;
  readonly line: AppLine;
  readonly demo: DemoAddresses;
}

/** What a scenario may do that others may not. */
export interface ScenarioOptions {
  /** What the page may print; by default nothing. */
  readonly mayPrint?: RegExp;
  /** The causes that the embed says on the console, as the apps are development builds; by default none. */
  readonly says?: readonly CauseCode[];
  /** Says why an engine cannot play it; the list of these is printed with the results. */
  readonly unless?: Partial<Readonly<Record<EngineName, string>>>;
}

/** So many sessions are minted or refreshed at most in ten minutes, whatever happens. */
const mostCalls = 12;

/** What frameworks tell a developer in development mode; not the page's own words. */
const chatter = /React DevTools/;

/** How a development build of core says that a check failed, with the code of the cause. */
const saidCause = /^warn: Meshes embed: ([a-z-]+): /;

const test = base.extend<object, { readonly engineName: EngineName; readonly engine: Engine; readonly tab: EnginePage; readonly demo: DemoAddresses }>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  engine: [
    async ({ engineName }, use) => {
      const engine = await startEngine(engineName);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // One for all, as most of a play's time would go into starting browsers. It starts each play from an empty page, and
  // signs in anew there; after a failure Playwright starts another worker, and so another browser.
  tab: [
    async ({ engine }, use) => {
      const tab = await engine.newPage();
      await use(tab);
      await tab.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const demo = await startDemoProcess();
      await use(demo.addresses);
      await demo.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/**
 * One thing that happens to an embed, played in every sample app and engine. It starts from the sandbox's seed and an
 * empty browser. When it has ended: the embed's trace is the recorded one, the page printed nothing, the budget of calls
 * was kept, and no secret is anywhere in the page.
 */
export function scenario(name: string, play: (world: World) => Promise<void>, { mayPrint, says = [], unless = {} }: ScenarioOptions = {}): void {
  test.describe(name, () => {
    for (const app of apps) {
      test(app, async ({ tab, engineName, demo }) => {
        const reason = unless[engineName];
        if (reason !== undefined) test.info().annotations.push({ type: 'limit', description: reason });
        else await playOnce({ name, app, tab, demo, play, mayPrint, says });
      });
    }
  });
}

interface Turn {
  readonly name: string;
  readonly app: AppName;
  readonly tab: EnginePage;
  readonly demo: DemoAddresses;
  readonly play: (world: World) => Promise<void>;
  readonly mayPrint: RegExp | undefined;
  readonly says: readonly CauseCode[];
}

async function playOnce({ name, app, tab, demo, play, mayPrint, says }: Turn): Promise<void> {
  const address = demo.apps.find((one) => one.name === app)?.url;
  if (address === undefined) throw new Error(`The demo serves no app ${app}.`);
  const sandbox = new SandboxControl(demo.sandboxApi);
  const line = new AppLine(address);
  await Promise.all([sandbox.reset(), line.reset()]);
  const host = new HostScreen(tab, address);
  try {
    await play({ host, sandbox, line, demo });
    await expectAftermath(name, { host, sandbox, line, mayPrint, says });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${await describeScreen(tab)}`, { cause: error });
  }
  await tab.open('about:blank');
}

interface Aftermath extends Pick<World, 'host' | 'sandbox' | 'line'> {
  readonly mayPrint: RegExp | undefined;
  readonly says: readonly CauseCode[];
}

/** What has to hold when any scenario has ended. */
async function expectAftermath(name: string, { host, sandbox, line, mayPrint, says }: Aftermath): Promise<void> {
  await expectGoldenTrace(name, host);
  const { mintAttempts, refreshAttempts } = await sandbox.stats();
  expect(mintAttempts + refreshAttempts, 'the budget of calls').toBeLessThanOrEqual(mostCalls);
  await expectNoSecret(host.page, await line.secrets());
  const printed = await host.page.evaluate(() => window.meshesProbe.printed);
  const said = printed.flatMap((text) => saidCause.exec(text)?.[1] ?? []);
  expect([...new Set(said)].toSorted(), 'the causes that are said on the console').toEqual(says.toSorted());
  expect(printed.filter((text) => !saidCause.test(text) && !chatter.test(text) && !mayPrint?.test(text)), 'the page prints nothing else').toEqual([]);
}

/** What a person would look at who comes to a screen on which a scenario failed. */
function describeScreen(tab: EnginePage): Promise<string> {
  const look = tab.evaluate(() =>
    [
      `The page shows: ${document.body.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 600)}`,
      `It printed: ${window.meshesProbe?.printed.join('\n') || 'nothing'}`,
      `Its last steps: ${(window.meshesTrace ?? []).slice(-8).map(({ kind, name }) => `${kind} ${name}`).join(', ')}`,
    ].join('\n'),
  );
  return look.catch((error: Error) => `The page cannot be looked at: ${error.message}`);
}

export { expect };
