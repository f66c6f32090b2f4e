import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { brokenLinks } from '../src/brokenLinks.ts';
import { choiceStyles, namedByChoice, shownByChoice } from '../src/gather/choiceBlocks.ts';
import { fillCode } from '../src/gather/fillCode.ts';
import { plainMarkdown } from '../src/gather/plainMarkdown.ts';
import { rewriteLinks } from '../src/gather/rewriteLinks.ts';

const fence = '```';
const blocks = [
  'Before.',
  '',
  '::: react',
  '',
  'For React.',
  '',
  ':::',
  '',
  '::: vue svelte',
  '',
  'For two.',
  '',
  ':::',
  'After.',
].join('\n');

test('what is for one choice is marked, and a run of it begins with the choice, once', () => {
  const shown = shownByChoice(blocks, 'a.md');
  expect(shown).toContain('<div class="only" data-framework="react">\n\n\nFor React.');
  expect(shown).toContain('data-framework="vue svelte"');
  expect(shown.match(/<Choice kind="framework" \/>/g)).toHaveLength(1);
});

test('plain Markdown has all of it, each with its name', () => {
  expect(namedByChoice(blocks, 'a.md')).toMatch(
    /\*\*React\*\*\s+For React\.\s+\*\*Vue, Svelte\*\*\s+For two\.\s+\*\*For all\*\*\s+After\./,
  );
});

test('a link to a page that is not written by hand, by the path that it would have, is refused', () => {
  const targets = { pageOf: () => undefined, takeImage: () => '' };
  expect(() => rewriteLinks('[Hosts](operate/hosts.md)', 'apps/docs/pages/start.md', targets)).toThrow(
    /start\.md: operate\/hosts\.md is no page here/,
  );
});

test('plain Markdown leaves out what only a browser shows, and nothing of the code', () => {
  const code = `${fence}svelte\n<MeshesEmbed endpoint="/api/meshes" />\n<!-- kept -->\n${fence}`;
  expect(plainMarkdown(`# Page\n\n<LiveExample />\n\n<!-- gone -->\n\n${code}`, 'a.md')).toBe(`# Page\n\n${code}\n`);
});

test('a block that never ends is an error, and three colons in code begin no block', () => {
  expect(() => shownByChoice('::: vue\ntext', 'a.md')).toThrow(/a\.md: the block of vue never ends/);
  const code = `${fence}md\n::: vue\n${fence}`;
  expect(shownByChoice(code, 'a.md')).toBe(code);
});

test('the styles hide each block that is not for what was chosen', () => {
  expect(choiceStyles((kind) => (kind === 'framework' ? ['vue'] : []))).toBe(
    "html[data-framework='vue'] .only[data-framework]:not([data-framework~='vue']){display:none}",
  );
});

test('links lead to pages, errors and images of the site, else to the repository', () => {
  const targets = {
    pageOf: (file: string) =>
      ({ 'docs/security.md': 'understand/security.md', 'packages/vue/README.md': 'packages/vue.md' })[file],
    takeImage: (file: string) => `/images/${file}`,
  };
  const links = (text: string): string => rewriteLinks(text, 'docs/how.md', targets);
  expect(links('[a](security.md#on-the-backend)')).toBe('[a](/understand/security#on-the-backend)');
  expect(links('[`a`](../packages/vue/README.md)')).toBe('[`a`](/packages/vue)');
  expect(links('[a](troubleshooting.md#token-stale), [b](troubleshooting.md)')).toBe(
    '[a](/errors/token-stale), [b](/errors/)',
  );
  expect(links('[a](https://github.com/meshes-embed/meshes-embed/blob/v1.2.3/docs/security.md#csp)')).toBe(
    '[a](/understand/security#csp)',
  );
  expect(links('[a](../apps/server/README.md)')).toMatch(/\(https:\/\/github\.com\/\S+\/apps\/server\/README\.md\)/);
  expect(links('![a](images/one.png)')).toBe('![a](/images/docs/images/one.png)');
  const untouched = `[a](https://example.com/x.md) [b](#here) \`[c](security.md)\`\n${fence}md\n[d](security.md)\n${fence}`;
  expect(links(untouched)).toBe(untouched);
});

test('a block of code that names a file has its text', () => {
  expect(fillCode(`${fence}ts file=apps/docs/src/siteBase.ts\n${fence}`)).toMatch(/SITE_BASE/);
});

test('plain Markdown has no front matter, and nothing that only a browser shows', () => {
  const text = plainMarkdown('---\ntitle: One\n---\n\n# One\n\n<LiveExample />\n\nText.\n', 'one.md');
  expect(text).toBe('# One\n\nText.\n');
});

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('links that lead nowhere are found, and those that do not are not', () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'guides'));
  const page = (...links: string[]): string => links.map((link) => `<a id="here" href="${link}">x</a>`).join('');
  writeFileSync(join(folder, 'index.html'), page('/base/guides/a#here', '/base/', '#here', 'https://example.com/'));
  writeFileSync(
    join(folder, 'guides', 'a.html'),
    page('/base/guides/b', '/base/guides/a#there', '/elsewhere', '/base/guides/a'),
  );
  expect(brokenLinks(folder, '/base/').toSorted()).toEqual([
    'guides/a.html: /base/guides/a#there names a place that guides/a.html does not have',
    'guides/a.html: /base/guides/b is not there',
    'guides/a.html: /elsewhere is outside of /base/',
  ]);
});
