import { defineConfig } from 'vitepress';
import { choiceScript } from '../src/choiceScript.ts';
import { choices } from '../src/choices.ts';
import { choiceStyles } from '../src/gather/choiceBlocks.ts';
import { siteBase as base } from '../src/siteBase.ts';
import { sidebar } from './sidebar.ts';

export default defineConfig({
  base,
  srcDir: '.content',
  outDir: 'dist/site',
  cacheDir: '.vitepress/cache',
  cleanUrls: true,
  title: 'Meshes Embed',
  description: 'Show a customer’s Meshes workspace inside your own app.',
  lang: 'en',
  // The theme brings its fonts along where it is asked to; this site has the system's.
  head: [
    ['link', { rel: 'icon', href: `${base}icon.svg`, type: 'image/svg+xml' }],
    ['meta', { name: 'theme-color', content: '#0f6b54' }],
    ['style', {}, choiceStyles((kind) => Object.keys(choices[kind]))],
    ['script', {}, choiceScript()],
  ],
  transformHead: ({ page }) =>
    page === '404.md'
      ? []
      : [
          [
            'link',
            {
              rel: 'alternate',
              type: 'text/markdown',
              href: `${base}${page.replace(/(^|\/)index\.md$/, '$1index.md')}`,
            },
          ],
        ],
  markdown: { theme: { light: 'github-light-high-contrast', dark: 'github-dark' } },
  themeConfig: {
    siteTitle: 'Meshes Embed',
    logo: { src: '/icon.svg', alt: '', width: 24, height: 24 },
    nav: [
      { text: 'Guide', link: '/start', activeMatch: '^/(start|guides|operate|understand|live)' },
      { text: 'Errors', link: '/errors/', activeMatch: '^/errors/' },
      { text: 'Reference', link: '/packages/react', activeMatch: '^/(packages|reference)/' },
      { text: 'Visualizer', link: '/visualizer/', target: '_self', noIcon: true },
    ],
    sidebar,
    outline: { level: [2, 3] },
    search: { provider: 'local', options: { detailedView: false } },
    docFooter: { prev: 'Before', next: 'Next' },
  },
  ignoreDeadLinks: [/^\/visualizer\//],
});
