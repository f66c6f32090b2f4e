import { expect } from '@playwright/test';
import { eventually } from '../eventually.ts';
import type {} from '../probe/probe.ts';
import type {} from '@meshes-embed/app-shared';
import type { NoticedLine } from '@meshes-embed/app-shared';
import { testIds } from '@meshes-embed/app-shared';
import { byTestId } from './byTestId.ts';
import { HostScreen, type ScreenAddress } from './hostScreen.ts';

/** What the panel of the page tells. */
export type Noticed = 'code' | 'message' | 'remedy' | 'cure' | 'userMessage' | 'findings' | 'docs' | 'log';

/** The page of what can go wrong, of a sample app in any browser. */
export class FailureScreen extends HostScreen {
  /** Follows the screen's own link to the page. */
  async openFailures(address: ScreenAddress = {}): Promise<void> {
    await this.open({ ...address, settings: `view=failures&${address.settings ?? ''}` });
    await eventually(async () =>
      expect((await this.find(byTestId(testIds.failures.failure))).length).toBeGreaterThan(0),
    );
  }

  /** Presses the button of a failure. */
  async produce(code: string): Promise<void> {
    await this.page.click(`${byTestId(testIds.failures.failure)}[data-code="${code}"]`);
  }

  async putRight(): Promise<void> {
    await this.page.click(byTestId(testIds.failures.putRight));
  }

  async startAgain(): Promise<void> {
    await this.page.click(byTestId(testIds.failures.startAgain));
  }

  /** What the panel says of something. */
  async noticed(name: Noticed): Promise<NoticedLine['value']> {
    return (await this.find(byTestId(testIds.failures[name])))[0]?.text ?? '';
  }

  /** Waits until the panel says this. While nothing is on its way, time goes on, so that the page looks again. */
  async expectNoticed(name: Noticed, expected: RegExp): Promise<void> {
    await eventually(async () => {
      await this.page.evaluate(() => {
        const status = window.meshesDiagnose()?.status ?? 'idle';
        if (status === 'live' || status === 'failed') window.meshesProbe.time?.jump(500);
      });
      expect(await this.noticed(name)).toMatch(expected);
    });
  }

  /** Presses the button of the problem's display, which is the only one in it. */
  async tryAgain(): Promise<void> {
    await this.page.click('[role="alert"] button');
  }
}
