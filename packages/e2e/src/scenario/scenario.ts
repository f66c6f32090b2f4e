import type { CauseCode } from '@meshes-embed/core/diagnostics';
import type { PageKind } from '@meshes-embed/sandbox';
import { expect } from '@playwright/test';
import { apps, type AppName } from '../apps.ts';
import { AppNetwork } from '../demo/appNetwork.ts';
import type { DemoAddresses } from '../demo/demoProcess.ts';
import { HostScreen } from '../demo/hostScreen.ts';
import { SandboxControl } from '../demo/sandboxControl.ts';
import type { EnginePage } from '../engines/engine.ts';
import type { EngineName } from '../engines/startEngine.ts';
import { expectGoldenTrace } from './goldenTrace.ts';
import { declare } from './order.ts';
import { describeScreen } from './describeScreen.ts';
import { expectNoSecret } from './secrets.ts';
import { whatIsPrinted } from './whatIsPrinted.ts';
import { demoTest as test } from './demoTest.ts';

/** What a scenario works with. */
export interface ScenarioFixture {
  readonly host: HostScreen;
  readonly sandbox: SandboxControl;
  readonly network: AppNetwork;
  readonly demo: DemoAddresses;
}

/** What a scenario may do that others may not. */
export interface ScenarioOptions {
  /** What the page may print; by default nothing. */
  readonly mayPrint?: RegExp;
  /** The causes that the embed says on the console, as the apps are development builds; by default none. */
  readonly says?: readonly CauseCode[];
  /** The causes of checks that may fail at the end, besides those that are said. */
  readonly fails?: readonly CauseCode[];
  /**
   * `own`: it is played in a document that no other one is played in, as loading, the history, or a mark that it leaves in
   * the document is its subject. By default a document of the app plays one after the other.
   */
  readonly document?: 'kept' | 'own';
  /** The sandbox's pages in the embed; by default the plain ones. */
  readonly pages?: PageKind;
  /** Says why an engine cannot play it; the list of these is printed with the results. */
  readonly unless?: Partial<Readonly<Record<EngineName, string>>>;
}

/** So many sessions are asked for or refreshed at most in any scenario: what loops asks for more. */
const mostCalls = 12;

/**
 * One thing that happens to an embed, played in every sample app and engine. It starts from the sandbox's seed and an
 * empty browser. When it has ended: the embed's trace is the recorded one, no check of its diagnosis fails but for a cause
 * that the scenario names, the page printed nothing, the budget of calls
 * was kept, and no secret is anywhere in the page.
 */
export function scenario(
  name: string,
  play: (fixture: ScenarioFixture) => Promise<void>,
  { mayPrint, says = [], fails = [], pages = 'plain', document = 'kept', unless = {} }: ScenarioOptions = {},
): void {
  declare(() => {
    test.describe(name, () => {
      for (const app of apps) {
        test(app, async ({ tab, engineName, demo }) => {
          const reason = unless[engineName];
          if (reason !== undefined) test.info().annotations.push({ type: 'limit', description: reason });
          else
            await playOnce({ name, app, tab, demo, play, mayPrint, pages, document, says, fails: [...says, ...fails] });
        });
      }
    });
  });
}

interface Turn {
  readonly name: string;
  readonly app: AppName;
  readonly tab: EnginePage;
  readonly demo: DemoAddresses;
  readonly play: (fixture: ScenarioFixture) => Promise<void>;
  readonly mayPrint: RegExp | undefined;
  readonly pages: PageKind;
  readonly document: 'kept' | 'own';
  readonly says: readonly CauseCode[];
  readonly fails: readonly CauseCode[];
}

async function playOnce({ name, app, tab, demo, play, mayPrint, pages, document, says, fails }: Turn): Promise<void> {
  const address = demo.apps.find((one) => one.name === app)?.url;
  if (address === undefined) throw new Error(`The demo serves no app ${app}.`);
  const sandbox = new SandboxControl(demo.sandboxApi);
  const network = new AppNetwork(address);
  await Promise.all([sandbox.reset(), network.reset()]);
  await sandbox.usePages(pages);
  const host = new HostScreen(tab, address, process.env['SPECS_DOCUMENTS'] === 'own' ? 'own' : document);
  try {
    await play({ host, sandbox, network, demo });
    await expectAftermath(name, { host, sandbox, network, mayPrint, says, fails });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${await describeScreen(tab)}`, { cause: error });
  }
  await host.leave();
}

interface Aftermath extends Pick<ScenarioFixture, 'host' | 'sandbox' | 'network'> {
  readonly mayPrint: RegExp | undefined;
  readonly says: readonly CauseCode[];
  readonly fails: readonly CauseCode[];
}

/** What has to hold when any scenario has ended. */
async function expectAftermath(
  name: string,
  { host, sandbox, network, mayPrint, says, fails }: Aftermath,
): Promise<void> {
  await expectGoldenTrace(name, host);
  const { mintAttempts, refreshAttempts } = await sandbox.stats();
  expect(mintAttempts + refreshAttempts, 'the budget of calls').toBeLessThanOrEqual(mostCalls);
  expect(
    (await host.failedChecks()).filter((cause) => !fails.includes(cause)),
    'causes of checks that fail',
  ).toEqual([]);
  await expectNoSecret(host.page, await network.secrets());
  const { said, else: others } = await whatIsPrinted(host.page);
  expect(said, 'the causes that are said on the console').toEqual(says.toSorted());
  expect(
    others.filter((text) => !mayPrint?.test(text)),
    'the page prints nothing else',
  ).toEqual([]);
}

export { expect };
