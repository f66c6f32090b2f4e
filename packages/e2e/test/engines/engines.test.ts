import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine, EnginePage } from '../../src/engines/engine.ts';
import { engineNames, startEngine } from '../../src/engines/startEngine.ts';
import { until } from '@meshes-embed/conformance/until';
import { descendants } from './support/processes.ts';
import { serveTwoOrigins, type TwoOrigins } from './support/twoOrigins.ts';

declare global {
  interface Window {
    /** What the page was posted. */
    messages: { origin: string; data: unknown }[];
    /** What was clicked and which keys were pressed, as the page saw it. */
    presses: { id?: string; key?: string; isTrusted: boolean }[];
  }
}

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const messages = (page: EnginePage) => page.evaluate(() => window.messages);
const presses = (page: EnginePage) => page.evaluate(() => window.presses);

let origins: TwoOrigins;
beforeAll(async () => {
  origins = await serveTwoOrigins();
});
afterAll(() => origins.close());

describe.each(engineNames)('%s', (name) => {
  let engine: Engine;
  let page: EnginePage;
  beforeAll(async () => {
    engine = await startEngine(name);
    // One for all tests, as a page is a browser of its own in some engines, and takes seconds to start.
    page = await engine.newPage();
  });
  afterAll(() => engine.close());
  beforeEach(() => page.open(origins.hostUrl));

  test('a page is loaded when it is open, in view, and as large as in all engines', async () => {
    const facts = await page.evaluate(() => [
      document.readyState,
      document.visibilityState,
      document.hasFocus(),
      innerWidth,
      innerHeight,
      location.href,
    ]);
    expect(facts).toEqual(['complete', 'visible', true, 1280, 900, origins.hostUrl]);
  });

  test('an address without a server is an error', async () => {
    await expect(page.open('http://127.0.0.1:1/')).rejects.toThrow();
    // The browser's own page about it may still be on its way, and in the way.
    await until(() => page.open(origins.tinyUrl));
    expect(await page.evaluate(() => document.title)).toBe('Tiny');
  });

  test('a call takes arguments and gives a result', async () => {
    const result = await page.evaluate(
      (given, more) => [given, more, document.title],
      { text: 'a "b" \n \u2028', list: [1, null, true] },
      undefined,
    );
    expect(result).toEqual([{ text: 'a "b" \n \u2028', list: [1, null, true] }, null, 'Host']);
    expect(await page.evaluate(() => undefined)).toBeUndefined();
  });

  test('a call awaits its result', async () => {
    expect(
      await page.evaluate(
        (text) =>
          new Promise<string>((resolve) => {
            setTimeout(resolve, 60, text);
          }),
        'later',
      ),
    ).toBe('later');
  });

  test('a call that throws or rejects is an error with its message', async () => {
    await expect(
      page.evaluate(() => {
        throw new TypeError('not so');
      }),
    ).rejects.toThrow(/^not so$/);
    await expect(page.evaluate(() => Promise.reject(new Error('not later')))).rejects.toThrow(/^not later$/);
    await expect(page.evaluate(async () => window as never)).rejects.toThrow(/./);
    expect(await page.evaluate(() => 1)).toBe(1);
  });

  test('calls at once do not wait for each other', async () => {
    const waiting = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          Object.assign(window, { release: resolve });
        }),
    );
    const [title] = await Promise.all([
      page.evaluateInFrame('#frame', () => document.title),
      page.evaluate(() => {
        (window as unknown as { release: (text: string) => void }).release('released');
      }),
    ]);
    expect([title, await waiting]).toEqual(['Frame', 'released']);
  });

  test('a call needs no clock of the page', async () => {
    const result = await page.evaluate(async () => {
      const timers: (() => void)[] = [];
      window.setTimeout = ((handler: () => void) => timers.push(handler)) as unknown as typeof setTimeout;
      window.requestAnimationFrame = () => 0;
      await Promise.resolve();
      for (const timer of timers) timer();
      return timers.length;
    });
    expect(result).toBe(0);
    await page.click('#first');
    expect(await presses(page)).toHaveLength(1);
  });

  test('a call into a frame runs in its document, whatever that allows scripts', async () => {
    const result = await page.evaluateInFrame(
      'iframe',
      async (text) => [text, origin, document.title, await Promise.resolve(innerHeight)],
      'given',
    );
    expect(result).toEqual(['given', origins.frameOrigin, 'Frame', 2400]);
    expect(await page.evaluate(() => document.title)).toBe('Host');
    await expect(
      page.evaluateInFrame('iframe', () => {
        throw new Error('not in here');
      }),
    ).rejects.toThrow(/^not in here$/);
    expect(await page.evaluate(() => document.title)).toBe('Host');
  });

  test('a call into a frame that is not there is an error', async () => {
    await expect(page.evaluateInFrame('#nothing', () => 1)).rejects.toThrow('No element matches #nothing.');
    await expect(page.evaluateInFrame('#first', () => 1)).rejects.toThrow(/frame/i);
    expect(await page.evaluateInFrame('#frame', () => document.title)).toBe('Frame');
  });

  test('messages go from one origin to the other and back', async () => {
    await page.evaluate(
      (frameOrigin) => document.querySelector('iframe')?.contentWindow?.postMessage('hello', frameOrigin),
      origins.frameOrigin,
    );
    await until(async () =>
      expect(await messages(page)).toEqual([{ origin: origins.frameOrigin, data: { answerTo: 'hello' } }]),
    );
  });

  test("a click is a person's, in view or not", async () => {
    await page.click('#first');
    await page.click('#far');
    expect(await presses(page)).toEqual([
      { id: 'first', isTrusted: true },
      { id: 'far', isTrusted: true },
    ]);
  });

  test("a click into a frame is a person's, in view or not", async () => {
    await page.clickInFrame('#frame', '#deep');
    await page.clickInFrame('#frame', '#near');
    await until(async () =>
      expect((await messages(page)).map(({ data }) => data)).toEqual([
        { clicked: 'deep', isTrusted: true },
        { clicked: 'near', isTrusted: true },
      ]),
    );
  });

  test('a click on nothing is an error', async () => {
    await expect(page.click('#nothing')).rejects.toThrow('No element matches #nothing.');
    await expect(page.clickInFrame('#frame', '#nothing')).rejects.toThrow('No element matches #nothing.');
    await page.click('#first');
    expect(await presses(page)).toHaveLength(1);
  });

  test('a click on what is covered is an error', async () => {
    await expect(page.click('#covered')).rejects.toThrow(/./);
    expect(await presses(page)).toEqual([]);
  });

  test('Tab goes on into a frame, and keys go where the focus is', async () => {
    await page.click('#far');
    await page.press('Tab');
    await until(async () =>
      expect(await page.evaluateInFrame('#frame', () => document.activeElement?.id)).toBe('near'),
    );
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('frame');
    await page.press('Escape');
    await page.press('Space');
    await page.press('Enter');
    await until(async () =>
      expect((await messages(page)).map(({ data }) => data)).toEqual([
        { key: 'Escape', focus: 'near' },
        { key: ' ', focus: 'near' },
        { clicked: 'near', isTrusted: true },
        { key: 'Enter', focus: 'near' },
        { clicked: 'near', isTrusted: true },
      ]),
    );
  });

  test('a call into a frame leaves the focus where it is', async () => {
    const focus = () => document.activeElement?.id;
    await page.click('#far');
    await page.evaluateInFrame('#frame', () => 1);
    expect(await page.evaluate(focus)).toBe('far');
    await page.press('Enter');
    expect((await presses(page)).slice(-2)).toEqual([
      { key: 'Enter', isTrusted: true },
      { id: 'far', isTrusted: true },
    ]);

    await page.press('Tab');
    expect([await page.evaluateInFrame('#frame', focus), await page.evaluate(focus)]).toEqual(['near', 'frame']);
    await page.press('Tab');
    expect([await page.evaluateInFrame('#frame', focus), await page.evaluate(focus)]).toEqual(['deep', 'frame']);
  });

  test('what is in an open shadow root is found as all else, and the focus in there stays where it is', async () => {
    await page.evaluate(() => {
      const host = document.createElement('section');
      document.querySelector('#far')!.after(host);
      const root = host.attachShadow({ mode: 'open' });
      root.append(
        Object.assign(document.createElement('button'), { id: 'shaded', textContent: 'Shaded' }),
        document.querySelector('#frame')!,
      );
      root
        .querySelector('button')!
        .addEventListener('click', ({ isTrusted }) => window.presses.push({ id: 'shaded', isTrusted }));
    });
    await until(async () => expect(await page.evaluateInFrame('section iframe', () => document.title)).toBe('Frame'));
    await page.clickInFrame('section #frame', '#deep');
    await until(async () =>
      expect((await messages(page)).map(({ data }) => data)).toEqual([{ clicked: 'deep', isTrusted: true }]),
    );

    const focus = () => document.querySelector('section')?.shadowRoot?.activeElement?.id;
    await page.click('section button');
    await page.evaluateInFrame('#frame', () => 1);
    expect(await page.evaluate(focus)).toBe('shaded');
    await page.press('Tab');
    await until(async () =>
      expect(await page.evaluateInFrame('#frame', () => document.activeElement?.id)).toBe('near'),
    );
    expect(await page.evaluate(focus)).toBe('frame');
    expect(await presses(page)).toContainEqual({ id: 'shaded', isTrusted: true });
    await expect(page.click('#frame #shaded')).rejects.toThrow('No element matches #frame #shaded.');
  });

  test('a picture is a PNG', async () => {
    const picture = await page.screenshot();
    expect(picture.subarray(0, 8)).toEqual(png);
    // Width and height stand in the first chunk.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1280, 900]);
  });

  test('a new page knows nothing of those before it', async () => {
    const keep = (): void => {
      document.cookie = 'who=first; max-age=1000';
      localStorage.setItem('who', 'first');
    };
    const kept = (): [string, string | null] => [document.cookie, localStorage.getItem('who')];
    await page.evaluate(keep);
    expect(await page.evaluate(kept)).toEqual(['who=first', 'first']);

    const other = await engine.newPage();
    await other.open(origins.hostUrl);
    expect(await other.evaluate(kept)).toEqual(['', null]);
    await page.close();
    expect(await other.evaluate(kept)).toEqual(['', null]);
    page = other;
  });

  test('a tab shares cookies with its page, and outlives it not', async () => {
    await page.evaluate(() => {
      document.cookie = 'who=me';
    });
    const tab = await page.openTab();
    await tab.open(origins.hostUrl);
    const facts = () => [document.cookie, document.visibilityState, innerWidth, innerHeight, presses.length];
    expect(await tab.evaluate(facts)).toEqual(['who=me', 'visible', 1280, 900, 0]);
    await tab.click('#first');
    await page.click('#far');
    expect([await presses(tab), await presses(page)]).toEqual([
      [{ id: 'first', isTrusted: true }],
      [{ id: 'far', isTrusted: true }],
    ]);
    await tab.close();
    expect(await page.evaluate(facts)).toEqual(['who=me', 'visible', 1280, 900, 1]);
    await expect(tab.evaluate(() => 1)).rejects.toThrow(/./);
  });

  const ways = {
    'another document in it': () => {
      (document.querySelector('#frame') as HTMLIFrameElement).src += '?again';
    },
    'another element': () => {
      const frame = document.querySelector('#frame') as Element;
      frame.replaceWith(frame.cloneNode());
    },
    'another place': () => {
      const frame = document.querySelector('#frame') as Element;
      document.body.append(frame);
    },
    nothing: () => {
      document.querySelector('#frame')?.remove();
    },
  };
  test.each(Object.entries(ways))('a call into a frame that gives way to %s is an error', async (_way, replace) => {
    const lost = page.evaluateInFrame(
      '#frame',
      () =>
        new Promise((resolve) => {
          Object.assign(window, { waiting: resolve });
        }),
    );
    lost.catch(() => undefined);
    await until(async () => expect(await page.evaluateInFrame('#frame', () => 'waiting' in window)).toBe(true));
    await page.evaluate(replace);
    await expect(lost).rejects.toThrow(/./);
    expect(await page.evaluate(() => document.title)).toBe('Host');
    if (replace !== ways.nothing)
      await until(async () =>
        expect(await page.evaluateInFrame('#frame', () => [document.title, 'waiting' in window])).toEqual([
          'Frame',
          false,
        ]),
      );
    await page.click('#first');
    expect(await presses(page)).toHaveLength(1);
  });

  test('a call into a page that goes elsewhere is an error', async () => {
    const lost = page.evaluate(
      (url) =>
        new Promise(() => {
          location.href = url;
        }),
      origins.tinyUrl,
    );
    await expect(lost).rejects.toThrow(/./);
    await until(async () => expect(await page.evaluate(() => document.title)).toBe('Tiny'));
  });

  test('8 pages in a row leave no process behind', async () => {
    await page.close();
    const before = descendants().length;
    for (let count = 0; count < 8; count += 1) {
      page = await engine.newPage();
      await page.open(origins.tinyUrl);
      expect(await page.evaluate(() => document.title)).toBe('Tiny');
      if (count < 7) await page.close();
    }
    await page.close();
    await until(() => expect(descendants().length).toBeLessThanOrEqual(before));
    page = await engine.newPage();
  });
});
