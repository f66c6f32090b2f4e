import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportFaults } from '../checks/parity/coreExports.ts';
import { codeBlocks, documents } from '../workspace/documents.ts';
import { publicPackages } from '../workspace/packages.ts';
import { root } from '../workspace/paths.ts';

interface PublishedManifest {
  readonly description?: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: { readonly url?: string; readonly directory?: string };
  readonly bugs?: string;
  readonly keywords?: readonly string[];
  readonly engines?: { readonly node?: string };
  readonly alias?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly publishConfig: {
    readonly main?: string;
    readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
}

const published = publicPackages().map(({ name, shortName, folder }) => ({
  name,
  folder,
  shortName,
  manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PublishedManifest,
}));

/** Where an entry leads without any condition. */
const defaultOf = (entry: string | Readonly<Record<string, string>> | undefined): string | undefined =>
  typeof entry === 'string' ? entry : entry?.['default'];

describe('4.4: what a bundler takes that does not read exports', () => {
  const browser = published.filter(({ shortName }) =>
    ['core', 'element', 'react', 'svelte', 'vue'].includes(shortName),
  );

  test.each(browser)('$name: main and alias lead where exports do', ({ manifest: { alias, publishConfig } }) => {
    const { '.': main, ...paths } = publishConfig.exports ?? {};
    expect(publishConfig.main).toBe(defaultOf(main));
    const scripts = Object.entries(paths).filter(([path]) => path !== './package.json');
    expect(alias ?? {}).toEqual(Object.fromEntries(scripts.map(([path, entry]) => [path, defaultOf(entry)])));
  });
});

describe('4.13: a package as published', () => {
  test.each(published)('$name says what it is, and where its source and its issues are', ({ manifest, shortName }) => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      description: expect.stringMatching(/\.$/),
      homepage: expect.stringContaining(`/packages/${shortName}#readme`),
      repository: { type: 'git', directory: `packages/${shortName}` },
      bugs: expect.stringMatching(/\/issues$/),
      engines: { node: expect.stringMatching(/^>=/) },
    });
    expect(manifest.keywords?.length).toBeGreaterThan(2);
  });

  test.each(published)('$name: no link of its README leads out of the package', ({ folder }) => {
    const text = readFileSync(join(folder, 'README.md'), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !/^(https:|#)/.test(target))).toEqual([]);
    // What leads into this repository has to be there.
    const inside = targets.flatMap((target) => /meshes-embed\/(?:blob|tree)\/main\/([^#]*)/.exec(target)?.[1] ?? []);
    expect(inside.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

test('4.12: an adapter exports of core what any other adapter does', () => {
  const faults = exportFaults();
  expect(faults.length).toBeGreaterThan(100);
  expect(faults.filter((fault) => fault !== null)).toEqual([]);
  for (const name of ['core', 'react', 'vue', 'svelte', 'element']) {
    const entry = readFileSync(join(root, 'packages', name, 'src', 'index.ts'), 'utf8');
    if (name !== 'core')
      for (const wanted of ['formatDiagnosis', 'defaultTexts', 'connectInspector', 'MeshesEmbedError'])
        expect(entry).toMatch(new RegExp(`export \\{[^}]*\\b${wanted}\\b`));
  }
});

describe('what documents show is what works', () => {
  const blocks = documents().flatMap((document) => codeBlocks(document));

  test('4.11: a request with a JSON body says so by its content type', () => {
    const posting = blocks.filter(({ code }) => /\bfetch\([^;]*body: JSON\.stringify/s.test(code));
    expect(posting.length).toBeGreaterThan(5);
    const silent = posting.filter(({ code }) => !/['"]?content-type['"]?: 'application\/json'/i.test(code));
    expect(silent.map(({ document, line }) => `${document}:${line}`)).toEqual([]);
  });

  test('3.4: a mount that names its methods takes preflights, too', () => {
    const hosts = globSync('tools/hosts/apps/**/*.{js,ts}', {
      cwd: root,
      exclude: (path) => path.endsWith('node_modules'),
    }).map((file) => ({ document: file, line: 1, code: readFileSync(join(root, file), 'utf8') }));
    const byMethod = [...blocks, ...hosts].filter(({ code }) =>
      /(as|const|function|methods: \[.*')\s*POST\b/.test(code),
    );
    expect(byMethod.length).toBeGreaterThan(6);
    const deaf = byMethod.filter(({ code }) => !/\bDELETE\b/.test(code) || !/\bOPTIONS\b/.test(code));
    expect(deaf.map(({ document, line }) => `${document}:${line}`)).toEqual([]);
  });
});
