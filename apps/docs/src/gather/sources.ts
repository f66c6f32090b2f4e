import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { appFolder, repository } from './repository.ts';

/** A Markdown file of the repository, and the page that it becomes. */
export interface Source {
  /** From the repository's folder. */
  readonly file: string;
  /** From the site's root, with `.md`. */
  readonly page: string;
}

/** Where each document of `docs/` is on the site; null where it is no page of its own. */
const documents: Readonly<Record<string, string | null>> = {
  'how-it-works.md': 'understand/how-it-works.md',
  'machine.md': 'understand/machine.md',
  'security.md': 'understand/security.md',
  'speed.md': 'understand/speed.md',
  'glossary.md': 'understand/glossary.md',
  'frameworks.md': 'guides/frameworks.md',
  'instant.md': 'guides/instant.md',
  'testing.md': 'guides/testing.md',
  'hosts.md': 'operate/hosts.md',
  'doctor.md': 'operate/doctor.md',
  'visualizer.md': 'operate/visualizer.md',
  'architecture.md': 'understand/architecture.md',
  'proof.md': 'understand/proof.md',
  'public-api.md': 'operate/public-api.md',
  'adding-a-framework.md': 'understand/adding-a-framework.md',
  // The pages of errors are made of what it is made of.
  'troubleshooting.md': null,
};

/** The packages whose README is a page, in the order of the site's list. */
export const packageNames = [
  'react',
  'vue',
  'svelte',
  'element',
  'node',
  'core',
  'testing',
  'sandbox',
  'doctor',
] as const;

/**
 * Every Markdown file that is a page of the site: this app's own, those of `docs/`, and the packages' READMEs.
 *
 * @throws Error where a document of `docs/` has no place
 */
export function sources(): Source[] {
  const own = readdirSync(`${appFolder}pages`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name));
  return [
    ...own.map((path) => ({ file: relative(repository, path), page: relative(`${appFolder}pages`, path) })),
    ...readdirSync(`${repository}docs`)
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) => {
        const page = documents[name];
        if (page === undefined)
          throw new Error(`docs/${name} has no place on the site: give it one in apps/docs/src/gather/sources.ts.`);
        return page === null ? [] : [{ file: `docs/${name}`, page }];
      }),
    ...packageNames.map((name) => ({ file: `packages/${name}/README.md`, page: `packages/${name}.md` })),
  ];
}
