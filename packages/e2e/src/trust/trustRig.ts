import type { EmbedView } from '@meshes-embed/core';
import { expect, type Frame, type JSHandle, type Page } from '@playwright/test';
import type { Hosted, HostedSettings } from './hostPage.ts';

/** A message as a window received it. */
export interface Heard {
  readonly origin: string;
  readonly data: unknown;
}

declare global {
  interface Window {
    /** Every message that this window received. */
    heard: Heard[];
  }
}

/** Where the embed is, in these tests. Every page on every origin is blank, and says what a test makes it say. */
export const embedOrigin = 'https://embed.test';
const launchUrl = `${embedOrigin}/workspace/dashboard?launch=canary`;
/** An origin that must never get anything. */
export const foreignOrigin = 'https://foreign.test';

export const ready = { type: 'meshes:ready' };
export const tokenRefresh = { type: 'meshes:token-refresh' };
export const tokenExpired = { type: 'meshes:token-expired' };

/** An attacker does not care who hears it. */
const anyOrigin = '*';

/** Posts to the frame's parent, as an embed does, or as an attacker would. */
export async function say(frame: Frame, ...messages: readonly unknown[]): Promise<void> {
  await frame.evaluate(
    ([origin, ...all]) => {
      for (const message of all) parent.postMessage(message, origin as string);
    },
    [anyOrigin, ...messages],
  );
}

/** Opens the host page in a time that goes by only where a test lets it. */
export async function stopTime(rig: TrustRig): Promise<void> {
  await rig.page.clock.install({ time: 0 });
  await rig.page.clock.pauseAt(1000);
  await rig.visit();
}

/** A host page in a real browser, with core on it, and frames on any origin that a test likes. */
export class TrustRig {
  readonly page: Page;
  #marks = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the host page. */
  async visit(origin = 'https://host.test'): Promise<void> {
    await this.page.goto(`${origin}/host`);
    await this.page.waitForFunction(() => 'host' in window);
  }

  /** Puts one more embed on the page; its number. */
  host(settings: Partial<HostedSettings> = {}): Promise<number> {
    return this.page.evaluate(
      (given) => {
        window.host(given);
        return window.hosted.length - 1;
      },
      { launchUrl, ...settings },
    );
  }

  /** Puts one more embed on the page; its frame, once that has its document. */
  async embed(settings: Partial<HostedSettings> = {}): Promise<Frame> {
    return this.frame(await this.host(settings));
  }

  /** The frame of an embed, once that has its document. */
  async frame(index = 0): Promise<Frame> {
    const element = await this.page.locator('[data-meshes-status]').nth(index).locator('iframe').elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('The embed has no frame.');
    await frame.waitForURL(({ href }) => href.startsWith(launchUrl));
    return frame;
  }

  /** What the page knows of an embed. */
  async read<Value>(reader: (hosted: Hosted) => Value, index = 0): Promise<Value> {
    const hosted = await this.page.evaluateHandle((at) => window.hosted[at], index);
    return (hosted as JSHandle<Hosted>).evaluate(reader) as Promise<Value>;
  }

  view(index?: number): Promise<EmbedView> {
    return this.read((hosted) => hosted.embed.getSnapshot(), index);
  }

  /** How many messages an embed dropped because they came from another window. */
  droppedBySource(index?: number): Promise<number> {
    return this.read((hosted) => hosted.embed.diagnose().counts['drop other-source'] ?? 0, index);
  }

  /** An embed that said ready and took its token. */
  async live(settings?: Partial<HostedSettings>): Promise<Frame> {
    const frame = await this.embed(settings);
    await say(frame, ready);
    await expect.poll(() => this.heard(frame)).toHaveLength(1);
    return frame;
  }

  /** Waits until the host has seen all that this window posted: messages arrive in the order they were sent. */
  async attended(speaker: Frame, toHost = 'parent'): Promise<void> {
    const mark = `mark ${(this.#marks += 1)}`;
    await speaker.evaluate(`${toHost}.postMessage(${JSON.stringify(mark)}, '${anyOrigin}')`);
    await this.page.waitForFunction((text) => window.heard.some(({ data }) => data === text), mark, { polling: 10 });
  }

  /** All that a frame heard from the host, with what is still on its way. */
  async heard(frame: Frame): Promise<Heard[]> {
    await this.attended(frame);
    const mark = `mark ${(this.#marks += 1)}`;
    const element = await frame.frameElement();
    await element.evaluate(
      (iframe, [text, origin]) => (iframe as HTMLIFrameElement).contentWindow?.postMessage(text, origin),
      [mark, anyOrigin] as const,
    );
    await frame.waitForFunction((text) => window.heard.some(({ data }) => data === text), mark, { polling: 10 });
    const heard = await frame.evaluate(() => window.heard);
    return heard.filter(({ data }) => !String(data).startsWith('mark '));
  }
}
