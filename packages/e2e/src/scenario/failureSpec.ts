import { causes, symptomTitles, type CauseCode } from '@meshes-embed/core/diagnostics';
import { expect } from '@playwright/test';
import { apps } from '../apps.ts';
import { AppNetwork } from '../demo/appNetwork.ts';
import { FailureScreen } from '../demo/failureScreen.ts';
import { SandboxControl } from '../demo/sandboxControl.ts';
import { eventually } from '../eventually.ts';
import { failures } from '@meshes-embed/app-shared';
import { describeScreen } from './describeScreen.ts';
import { expectNoSecret } from './secrets.ts';
import { whatIsPrinted } from './whatIsPrinted.ts';
import { demoTest } from './demoTest.ts';

/** What a play of a failure works with. */
export interface FailureFixture {
  readonly screen: FailureScreen;
  readonly sandbox: SandboxControl;
}

/** What is particular to a failure. */
export interface FailurePlay {
  /** What has to pass until the toolkit has noticed it; by default nothing. */
  readonly until?: (fixture: FailureFixture) => Promise<void>;
  /** What has to pass until it is cured, or until another try can succeed; by default nothing. */
  readonly then?: (fixture: FailureFixture) => Promise<void>;
  /** The causes that a development build says on the console; by default the failure's own. */
  readonly says?: readonly CauseCode[];
}

/** What a user reads of a problem. */
const words: Readonly<Partial<Record<CauseCode, RegExp>>> = {
  'not-authorized': /Sign in again/,
  'endpoint-redirects': /Sign in again/,
  'session-revoked': /session here has ended/,
};
const usualWords = /could not be loaded/;

const literally = (text: string): RegExp => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/**
 * A failure of the page of what can go wrong, produced in every sample app: the panel has its code, what was seen and
 * what to do. Where it is cured, the embed is live again; where it ends, the user reads words of their own, and another
 * try succeeds once everything is put right; where it is only told, the embed stays live and the check passes again.
 */
export function failureSpec(code: CauseCode, { until, then, says = [code] }: FailurePlay = {}): void {
  const failure = failures.find((one) => one.code === code);
  if (failure === undefined) throw new Error(`The page has no button for ${code}.`);
  demoTest.describe(`${symptomTitles[failure.row]}: ${code}`, () => {
    for (const app of apps) {
      demoTest(app, async ({ tab, demo }) => {
        const address = demo.apps.find(({ name }) => name === app)!.url;
        const network = new AppNetwork(address);
        const fixture = {
          screen: new FailureScreen(tab, address, process.env['SPECS_DOCUMENTS'] === 'own' ? 'own' : 'kept'),
          sandbox: new SandboxControl(demo.sandboxApi),
        };
        await Promise.all([fixture.sandbox.reset(), network.reset()]);
        await fixture.sandbox.usePages('plain');
        try {
          await fixture.screen.openFailures({ time: 'held' });
          await fixture.screen.produce(code);
          if (failure.at === 'live') {
            await fixture.screen.expectStatus('live');
            await fixture.screen.settle();
            await fixture.screen.jump(1_000);
          }
          await until?.(fixture);
          await expectTold(fixture.screen, code);
          await endings[failure.ends](fixture, code, then);
          await expectNoSecret(tab, await network.secrets());
          const printed = await whatIsPrinted(tab);
          expect(printed.said, 'the causes that are said on the console').toEqual(says.toSorted());
          expect(printed.else, 'the page prints nothing else').toEqual([]);
        } catch (error) {
          throw new Error(
            `${(error as Error).message}\n\n${await describeScreen(tab)}\nThe log: ${await fixture.screen.noticed('log').catch(() => 'none')}`,
            { cause: error },
          );
        }
        await fixture.screen.leave();
      });
    }
  });
}

/** The panel tells the cause, in words to act on. */
async function expectTold(screen: FailureScreen, code: CauseCode): Promise<void> {
  await screen.expectNoticed('code', new RegExp(`^${code}$`));
  expect(await screen.noticed('message')).not.toBe('–');
  await screen.expectNoticed('remedy', literally(causes[code].remedy));
  await screen.expectNoticed('docs', new RegExp(code));
}

type Ending = (fixture: FailureFixture, code: CauseCode, then: FailurePlay['then']) => Promise<void>;

const endings: Readonly<Record<'cured' | 'failed' | 'told', Ending>> = {
  async cured(fixture, code, then) {
    await then?.(fixture);
    await fixture.screen.expectStatus('live');
    await fixture.screen.expectNoticed('log', /live again: cured/);
    await fixture.screen.expectNoticed('findings', /^no check fails$/);
    expect(await fixture.screen.find('[role="alert"]'), `an alert after ${code} was cured`).toHaveLength(0);
  },
  async failed(fixture, code, then) {
    const { screen } = fixture;
    await screen.expectStatus('failed');
    await eventually(async () =>
      expect((await screen.find('[role="alert"] span'))[0]?.text).toMatch(words[code] ?? usualWords),
    );
    expect(await screen.noticed('userMessage')).toMatch(words[code] ?? usualWords);
    expect(
      (await screen.find('[role="alert"] button')).map(({ text }) => text),
      'the way on',
    ).toEqual(['Try again']);
    await screen.expectNoticed('findings', literally(code));
    await screen.putRight();
    if (then) await then(fixture);
    else {
      await screen.expectNoticed('log', /everything is put right/);
      await screen.tryAgain();
    }
    await screen.expectStatus('live');
    expect(await screen.find('[role="alert"]')).toHaveLength(0);
  },
  async told({ screen }, code) {
    await screen.expectStatus('live');
    await screen.expectNoticed('findings', literally(code));
    expect(await screen.find('[role="alert"]')).toHaveLength(0);
    await screen.putRight();
    await screen.expectNoticed('findings', /^no check fails$/);
    await screen.expectStatus('live');
  },
};
