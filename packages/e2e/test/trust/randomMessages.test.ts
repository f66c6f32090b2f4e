import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '@meshes-embed/conformance/until';
import type { Engine, EnginePage } from '../../src/engines/engine.ts';
import { engineNames, startEngine } from '../../src/engines/startEngine.ts';
import type {} from './support/hostPage.ts';
import type {} from './support/talker.ts';
import { serveTalkers, type Talkers } from './support/serveTalkers.ts';

/** How many messages each of them says, 50,000 in all. */
const counts = { embed: 30_000, inner: 10_000, sibling: 10_000 };
/** `MESSAGES_SEED` repeats a run. */
const seed = Number(process.env['MESSAGES_SEED'] ?? Math.floor(Math.random() * 2 ** 30));

interface CorpusUrl {
  readonly text: string;
  readonly href?: string;
  readonly loopback?: string;
  readonly refused?: string;
  /** What else comes of it, where engines differ. */
  readonly elsewhere?: readonly string[];
}
const corpus = JSON.parse(
  readFileSync(new URL('../../../core/test/session/corpus/launchUrls.json', import.meta.url), 'utf8'),
) as readonly CorpusUrl[];

let talkers: Talkers;
beforeAll(async () => {
  talkers = await serveTalkers();
});
afterAll(() => talkers.close());

describe.each(engineNames)('%s', (name) => {
  let engine: Engine;
  let page: EnginePage;
  beforeAll(async () => {
    engine = await startEngine(name);
    page = await engine.newPage();
    await page.open(talkers.hostUrl);
    await until(async () => {
      const status = await page.evaluate(() => window.talkedTo?.embed.getSnapshot().status);
      if (status !== 'live') throw new Error(`the embed is ${status}`);
    });
  });
  afterAll(() => engine.close());

  /** What the page knows, and what each window but the page was told. */
  async function look() {
    const hosted = await page.evaluate(() => {
      const { embed, launches, refreshes, complaints, marks, tokens } = window.talkedTo;
      const { status } = embed.getSnapshot();
      const { counts: steps } = embed.diagnose();
      return {
        status,
        launches,
        refreshes,
        complaints,
        marks,
        tokens,
        steps: { ...steps },
        polluted: 'polluted' in {},
      };
    });
    const read = () => ({ heard: window.overheard, readies: window.readies });
    return {
      hosted,
      embed: await page.evaluateInFrame('#embed iframe', read),
      inner: await page.evaluateInFrame('#embed iframe', () => window.frames[0]!.overheard),
      sibling: await page.evaluateInFrame('#sibling', read),
    };
  }

  test(
    `A1, A2, A9, B1, B2, B3, B11, C1, C5: 50,000 random messages: nothing is thrown, and nothing goes where it should not (MESSAGES_SEED=${seed})`,
    { timeout: 240_000 },
    async () => {
      const [embed, inner, sibling] = [seed, seed + 1_000_000, seed + 2_000_000];
      await Promise.all([
        page.evaluateInFrame('#embed iframe', (from, count) => window.talk(from, count), embed, counts.embed),
        page.evaluateInFrame(
          '#embed iframe',
          (from, count) => window.frames[0]!.talk(from, count),
          inner,
          counts.inner,
        ),
        page.evaluateInFrame('#sibling', (from, count) => window.talk(from, count), sibling, counts.sibling),
      ]);
      await until(async () => expect((await look()).hosted.marks).toHaveLength(3));
      // The embed is asked last, so that what was sent is there.
      await until(async () => {
        const { embed: told, hosted } = await look();
        expect(told.heard).toHaveLength(hosted.steps['out meshes:auth'] ?? 0);
      });
      const seen = await look();
      const { hosted } = seen;

      expect(hosted.complaints).toEqual([]);
      expect(hosted.polluted).toBe(false);
      expect(hosted).toMatchObject({ status: expect.stringMatching(/^(live|refreshing)$/), launches: 1 });
      // All that the others said was dropped, and so was all of the embed's own that was no message.
      expect(hosted.steps['drop other-source']).toBe(counts.inner + counts.sibling + 2);
      expect(hosted.steps['in meshes:ready']).toBe(seen.embed.readies);
      expect(hosted.refreshes).toBeGreaterThan(0);
      expect(hosted.refreshes).toBeLessThanOrEqual(12);

      // One answer to each ready, one for each newer token; to the page's own origin and the embed's window only.
      expect(seen.inner).toEqual([]);
      expect(seen.sibling.heard).toEqual([]);
      expect(seen.embed.heard.length).toBeLessThanOrEqual(seen.embed.readies + hosted.refreshes);
      const told = new Set(seen.embed.heard.map(({ origin, text }) => `${origin} ${text}`));
      expect([...told]).toEqual(
        hosted.tokens.map((token) => `${talkers.hostOrigin} ${JSON.stringify({ type: 'meshes:auth', token })}`),
      );
      // No older token after a newer one.
      const order = seen.embed.heard.map(({ text }) => hosted.tokens.findIndex((token) => text.includes(`"${token}"`)));
      expect(order).toEqual(order.toSorted((one, other) => one - other));
    },
  );

  test('D1, D4, D6, D7, D8: the corpus of launch URLs', async () => {
    for (const allowed of [false, true]) {
      const results = await page.evaluate(
        (texts, allow) =>
          texts.map((text) => {
            const result = window.readLaunchUrl(text, allow);
            return typeof result === 'string' ? result : result.href;
          }),
        corpus.map(({ text }) => text),
        allowed,
      );
      const others = corpus.flatMap(({ text, href, loopback, refused, elsewhere = [] }, index) => {
        const expected = href ?? (allowed ? (loopback ?? refused) : (refused ?? 'http:'));
        const result = results[index];
        return result === expected || elsewhere.includes(result!) ? [] : [{ text, expected, result }];
      });
      expect(others).toEqual([]);
    }
  });
});
