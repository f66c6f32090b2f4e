import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { Application, type TypeDocOptions } from 'typedoc';
import { contentFolder, repository } from './gather/repository.ts';
import type { PlainPage } from './gather/gather.ts';

/** The entry points whose reference is made of their docstrings, by the name of their page. */
const entries: Readonly<Record<string, string>> = {
  react: 'packages/react/src/index.ts',
  vue: 'packages/vue/src/index.ts',
  svelte: 'packages/svelte/src/index.ts',
  element: 'packages/element/src/index.ts',
  node: 'packages/node/src/index.ts',
  core: 'packages/core/src/index.ts',
  'core-protocol': 'packages/core/src/protocol/index.ts',
  'core-session': 'packages/core/src/session/index.ts',
  'core-machine': 'packages/core/src/machine/index.ts',
  'core-diagnostics': 'packages/core/src/diagnostics/index.ts',
  'core-inspect': 'packages/core/src/inspect/index.ts',
  testing: 'packages/testing/src/index.ts',
  sandbox: 'packages/sandbox/src/index.ts',
};

/** What each page of the reference is called: the path that is imported. */
export const referencePages: readonly { readonly page: string; readonly title: string }[] = Object.keys(entries).map(
  (page) => ({ page, title: `@meshes-embed/${page.replace(/^core-/, 'core/')}` }),
);

/** Where TypeDoc puts the page of an entry point. */
const writtenAt = (page: string): string => {
  const [name = '', path] = page.split(/-(.*)/);
  return path === undefined ? `${name}/src.md` : `${name}/src/${path}.md`;
};

const folder = `${contentFolder}reference/`;

/**
 * Writes the reference, a page for each entry point, at the addresses that the site gives them.
 *
 * @returns the pages as plain Markdown
 * @throws Error where TypeDoc cannot read the packages
 */
export async function writeReference(): Promise<PlainPage[]> {
  await runTypeDoc();
  const moved = new Map(referencePages.map(({ page }) => [writtenAt(page), page]));
  const pages = referencePages.map(({ page, title }) => {
    const from = writtenAt(page);
    const text = readFileSync(`${folder}${from}`, 'utf8')
      .replace(/^# .*$/m, `# ${title}`)
      .replaceAll(/\]\(((?:\.\.\/|\w)[\w./-]*\.md)(#[\w-]+)?\)/g, (_, link: string, anchor = '') => {
        const target = moved.get(posix.normalize(posix.join(posix.dirname(from), link)));
        return `](/reference/${target ?? ''}${anchor})`;
      });
    return { page: `reference/${page}.md`, title, text };
  });
  const places = new Map(pages.map(({ page, text }) => [`/${page.replace(/\.md$/, '')}`, placesOf(text)]));
  for (const one of pages) {
    const own = `/${one.page.replace(/\.md$/, '')}`;
    // TypeDoc numbers a heading that was the name of a property before; VitePress does not.
    one.text = one.text.replaceAll(/\]\((\/reference\/[\w-]+)?#([\w-]+)-\d+\)/g, (whole, page = own, name: string) => {
      const known = places.get(page);
      return known?.has(whole.slice(whole.indexOf('#') + 1, -1)) ? whole : `](${page}#${name})`;
    });
  }
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  for (const { page, title, text } of pages)
    writeFileSync(`${contentFolder}${page}`, `---\ntitle: "${title}"\noutline: [2, 3]\n---\n\n${text}`);
  const index = referenceIndex();
  writeFileSync(`${folder}index.md`, index);
  return [{ page: 'reference/index.md', text: index }, ...pages.map(({ page, text }) => ({ page, text }))];
}

/** The places of a page that can be linked to. */
function placesOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
    const name = heading.toLowerCase().replaceAll(/[^\w-]+/g, '');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  });
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id)]);
}

function referenceIndex(): string {
  return [
    '# Reference',
    'Made of the docstrings of the packages’ sources, a page for each path that is imported. Each package’s [README](/packages/react) has the same in fewer words.',
    referencePages.map(({ page, title }) => `- [\`${title}\`](/reference/${page})`).join('\n'),
    '',
  ].join('\n\n');
}

async function runTypeDoc(): Promise<void> {
  const options: Partial<TypeDocOptions> & Record<string, unknown> = {
    entryPoints: Object.values(entries).map((file) => `${repository}${file}`),
    tsconfig: `${repository}apps/docs/tsconfig.reference.json`,
    plugin: ['typedoc-plugin-markdown'],
    readme: 'none',
    skipErrorChecking: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    disableSources: true,
    gitRevision: 'main',
    logLevel: 'Error',
    outputFileStrategy: 'modules',
    outputs: [{ name: 'markdown', path: `${contentFolder}reference` }],
    groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases'],
    hideBreadcrumbs: true,
    hidePageHeader: true,
    hideGroupHeadings: false,
    entryFileName: 'index',
    useCodeBlocks: true,
    expandObjects: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    propertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    sanitizeComments: true,
  };
  const app = await Application.bootstrapWithPlugins(options);
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc could not read the packages; its own words are above.');
  await app.generateOutputs(project);
}
