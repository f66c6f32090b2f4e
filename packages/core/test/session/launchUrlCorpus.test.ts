import { describe, expect, test } from 'vitest';
import { readLaunchUrl } from '../../src/session/launchUrl.ts';
import corpus from './corpus/launchUrls.json' with { type: 'json' };

/** A launch URL of the corpus, by its case of `tools/cases`, and what comes of it. */
interface CorpusUrl {
  readonly case: string;
  readonly text: string;
  /** What is assigned. */
  readonly href?: string;
  /** What is assigned where plain http is allowed on loopback; else it is refused for its scheme. */
  readonly loopback?: string;
  /** Why it is refused, whatever is allowed. */
  readonly refused?: string;
  /** What comes of it in a browser that reads URLs in another way. */
  readonly elsewhere?: readonly string[];
}

const urls: readonly CorpusUrl[] = corpus;
const taken = (href: string): object => ({ href, origin: new URL(href).origin });

test('the corpus has at least 200 launch URLs, each once, and each with one end', () => {
  expect(urls.length).toBeGreaterThanOrEqual(200);
  expect(new Set(urls.map(({ text }) => text)).size).toBe(urls.length);
  expect(urls.filter(({ href, loopback, refused }) => [href, loopback, refused].filter(Boolean).length !== 1)).toEqual(
    [],
  );
});

describe('D1, D2, D3, D4, D5, D6, D7, D8: the corpus of launch URLs', () => {
  test.each(urls.map((url) => [url.case, JSON.stringify(url.text).slice(0, 100), url] as const))(
    '%s: %s',
    (_case, _text, url) => {
      const { text, href, loopback, refused } = url;
      expect(readLaunchUrl(text, false)).toEqual(href ? taken(href) : (refused ?? 'http:'));
      expect(readLaunchUrl(text, true)).toEqual(href || loopback ? taken((href ?? loopback)!) : refused);
    },
  );
});
