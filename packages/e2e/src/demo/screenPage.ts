import type { EmbedStatus, LaunchPage, TraceEvent } from '@meshes-embed/core';
import type { CauseCode, ProblemCode } from '@meshes-embed/core/diagnostics';
import { expect } from '@playwright/test';
import type { EnginePage } from '../engines/engine.ts';
import { eventually } from '../eventually.ts';
import type {} from '../probe/probe.ts';
import type {} from '@meshes-embed/app-shared';
import { testIds } from '@meshes-embed/app-shared';
import type {} from '@meshes-embed/app-shared';
import { byTestId } from './byTestId.ts';

/** One of the facts that the screen shows. */
export type Fact = 'status' | 'page' | 'height' | 'session' | 'problem';

/** How long the embed waits for `meshes:ready` at most, at its last try. ms */
const longestSilence = 60_000;

/** How long it waits for another try at most. ms */
const longestRetry = 120_000;

/** What stands on the screen of a sample app, in its trace and in its address, and the page's time. */
export class ScreenPage {
  readonly page: EnginePage;

  constructor(page: EnginePage) {
    this.page = page;
  }

  /** The elements that a CSS selector finds, as a person meets them. */
  find(
    selector: string,
  ): Promise<readonly { readonly text: string; readonly shown: boolean; readonly focused: boolean }[]> {
    return this.page.evaluate(
      (wanted) =>
        window.meshesProbe.findAll(wanted).map((element) => ({
          text: element.textContent.trim(),
          shown: element.getClientRects().length > 0,
          focused: (element.getRootNode() as Document | ShadowRoot).activeElement === element,
        })),
      selector,
    );
  }

  /** What the screen says of a fact. */
  async fact(name: Fact): Promise<string> {
    return (await this.find(byTestId(testIds[name])))[0]?.text ?? '';
  }

  async expectFact(name: Fact, expected: string | RegExp): Promise<void> {
    const exactly = typeof expected === 'string';
    await eventually(async () => {
      const text = await this.page.evaluate(
        async (selector, wanted, isPattern) => {
          const said = (): string => document.querySelector(selector)?.textContent.trim() ?? '';
          await window.meshesProbe.soon(() => (isPattern ? new RegExp(wanted).test(said()) : said() === wanted));
          return said();
        },
        byTestId(testIds[name]),
        exactly ? expected : expected.source,
        !exactly,
      );
      if (exactly) expect(text).toBe(expected);
      else expect(text).toMatch(expected);
    });
  }

  expectStatus(status: EmbedStatus): Promise<void> {
    return this.expectFact('status', status);
  }

  sessionId(): Promise<string> {
    return this.fact('session');
  }

  /** The trace of the screen's embed so far. */
  trace(): Promise<readonly TraceEvent[]> {
    return this.page.evaluate(() => window.meshesTrace);
  }

  /** Waits until steps of this name were taken as often as wanted. */
  async expectSteps(name: string, wanted: number | { readonly atLeast: number }): Promise<void> {
    const exactly = typeof wanted === 'number';
    const least = exactly ? wanted : wanted.atLeast;
    await eventually(async () => {
      const count = await this.page.evaluate(
        async (step, enough) => {
          const steps = (): number => window.meshesTrace.filter((event) => event.name === step).length;
          await window.meshesProbe.soon(() => steps() >= enough);
          return steps();
        },
        name,
        least,
      );
      if (exactly) expect(count, `steps of ${name}`).toBe(wanted);
      else expect(count, `steps of ${name}`).toBeGreaterThanOrEqual(least);
    });
  }

  /** The causes of the checks that fail by the embed's own diagnosis; none while there is no embed. */
  async failedChecks(): Promise<readonly CauseCode[]> {
    const checks = await this.page.evaluate(() => window.meshesDiagnose()?.checks ?? []);
    return checks.flatMap(({ result, cause }) => (result === 'failed' && cause ? [cause] : []));
  }

  /** Waits until the address of the screen names this page. */
  async expectPageInAddress(page: LaunchPage): Promise<void> {
    await eventually(async () =>
      expect(await this.page.evaluate(() => new URLSearchParams(location.search).get('page'))).toBe(page),
    );
  }

  /** Presses the browser's own Back or Forward. */
  travel(to: 'back' | 'forward'): Promise<void> {
    return this.page.evaluate((where) => history[where](), to);
  }

  /** Loads the screen again at the address that it is at. */
  async reload(): Promise<void> {
    await this.page.open(await this.page.evaluate(() => location.href));
  }

  /** Something happens to the page as a browser would tell it. */
  happens(what: 'shown' | 'restored' | 'online'): Promise<void> {
    return this.page.evaluate((kind) => {
      if (kind === 'shown') document.dispatchEvent(new Event('visibilitychange'));
      else if (kind === 'restored') window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      else window.dispatchEvent(new Event('online'));
    }, what);
  }

  /** Time goes on by so many ms at once. Needs held time, as all that follows. */
  jump(ms: number): Promise<void> {
    return this.page.evaluate((by) => window.meshesProbe.time?.jump(by), ms) as Promise<void>;
  }

  /** The machine sleeps for so many ms: the wall clock goes on, and no timer fires. */
  sleep(ms: number): Promise<void> {
    return this.page.evaluate((by) => window.meshesProbe.time?.sleep(by), ms) as Promise<void>;
  }

  /** Waits for a status that nothing but time ends, and lets that pass. ms */
  async outwait(status: EmbedStatus, ms: number): Promise<void> {
    await this.expectStatus(status);
    await this.jump(ms);
  }

  /** Waits until the page has seen so many documents of its iframes load and one of them stays silent; then its deadline passes. */
  async outwaitSilence(loads: number): Promise<void> {
    await this.expectSteps('load', { atLeast: loads });
    await this.outwait('launching', longestSilence);
  }

  /** Waits until a problem was noticed so often that the embed recovers from at once: by a timer, or by the next thing that happens. */
  async recoverAtOnce(problem: ProblemCode, times = 1): Promise<void> {
    await this.expectSteps(problem, times);
    await this.jump(1);
  }

  /** Waits until the embed is about to try again, and lets the time until then pass. */
  outwaitRetry(): Promise<void> {
    return this.outwait('recovering', longestRetry);
  }
}
