import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';

/** A place in the workspace, what its files may import, and what oxlint has to refuse there. */
const rules: [place: string, allowed: string[], refused: string[]][] = [
  [
    'packages/core/src/embed/a.ts',
    ['xstate', './options.ts', '../machine/index.ts'],
    ['node:fs', '../../../react/src/index.ts', '../../../../apps/react/src/main.tsx'],
  ],
  ['packages/core/src/protocol/a.ts', ['./pages.ts', '../session/index.ts'], ['xstate', '../machine/index.ts']],
  ['packages/core/src/session/a.ts', ['./session.ts', '../protocol/index.ts'], ['xstate', '@meshes-embed/core']],
  ...['react/src/a.tsx', 'vue/src/a.ts', 'svelte/src/a.ts', 'svelte/src/A.svelte', 'element/src/a.ts'].map(
    (file): [string, string[], string[]] => [
      `packages/${file}`,
      ['react', '@meshes-embed/core', '@meshes-embed/core/adapter', './own.ts'],
      ['@meshes-embed/core/machine', '@meshes-embed/core/src/embed/options.ts', '../../core/src/index.ts', 'node:fs'],
    ],
  ),
  ...['node/src/a.ts', 'doctor/src/a.ts', 'sandbox/src/http/a.ts'].map((file): [string, string[], string[]] => [
    `packages/${file}`,
    ['jose', 'node:fs', '@meshes-embed/core/session', '@meshes-embed/core/protocol', '../own.ts'],
    ['xstate', 'preact/hooks', '@meshes-embed/core', '@meshes-embed/core/machine', '../../sandbox/src/wire.ts'],
  ]),
  [
    'packages/sandbox/src/ui/a.tsx',
    ['preact/hooks', 'xstate', '@meshes-embed/core/protocol', '@meshes-embed/core/machine', '../wire.ts'],
    ['node:fs', 'hono', '@meshes-embed/core', '@meshes-embed/node'],
  ],
  [
    'packages/conformance/src/a.ts',
    ['vitest', 'node:http', '@meshes-embed/core', '@meshes-embed/core/inspect'],
    ['@meshes-embed/core/machine', '../../core/src/index.ts'],
  ],
  [
    'apps/visualizer/src/chart/a.tsx',
    ['react', 'xstate/graph', '@meshes-embed/core/machine', '@meshes-embed/core/inspect', '../trace/moment.ts'],
    ['@meshes-embed/core', '@meshes-embed/core/protocol', '@meshes-embed/react', '../../../tools/demo.ts', 'node:fs'],
  ],
  ...['react/src/a.tsx', 'vue/src/A.vue', 'svelte/src/A.svelte', 'element/src/a.ts'].map(
    (file): [string, string[], string[]] => [
      `apps/${file}`,
      ['react', '@meshes-embed/react'],
      ['@meshes-embed/tools', '../../../tools/demo.ts', '@meshes-embed/core/src/index.ts'],
    ],
  ),
  ...['react-router/src/a.tsx', 'vue-router/src/A.vue'].map((file): [string, string[], string[]] => [
    `apps/examples/${file}`,
    ['vue-router', '@meshes-embed/react', './own.ts'],
    ['@meshes-embed/app-shared', '@meshes-embed/tools', '../../../react/src/PageLinks.tsx'],
  ]),
];

test('oxlint allows and refuses imports as the packages are meant to depend on each other', async () => {
  const folder = temporaryFolder('import-directions');
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, allowed, refused] of rules) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const code = [...allowed, ...refused].map((specifier) => `import '${specifier}';`).join('\n');
    // The first import shares its line with the tag, so that lines are counted alike.
    writeFileSync(join(folder, file), /\.(vue|svelte)$/.test(file) ? `<script lang="ts">${code}\n</script>` : code);
  }
  const { output } = await runCommand('oxlint', ['--format=json', '.'], { folder, quiet: true });
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[];
  };
  const found = diagnostics
    .filter(({ code }) => code === 'eslint(no-restricted-imports)')
    .map(({ filename, labels }) => `${filename.replaceAll('\\', '/')}:${labels[0]?.span.line}`);
  const wanted = rules.flatMap(([file, allowed, refused]) =>
    refused.map((_, index) => `${file}:${allowed.length + index + 1}`),
  );
  expect(found.toSorted()).toEqual(wanted.toSorted());
});

test('knip refuses what the package.json of a package does not name, and development dependencies in its sources', async () => {
  const folder = temporaryFolder('undeclared');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  cpSync(join(root, 'knip.jsonc'), join(folder, 'knip.jsonc'));
  cpSync(join(root, 'packages', 'react', 'package.json'), join(folder, 'packages', 'react', 'package.json'));
  symlinkSync(join(root, 'packages', 'react', 'node_modules'), join(folder, 'packages', 'react', 'node_modules'));
  write('package.json', JSON.stringify({ name: 'root', private: true }));
  write('pnpm-workspace.yaml', 'packages: [packages/*]\n');
  const specifiers = ['react', '@meshes-embed/core', '@meshes-embed/node', 'xstate', 'playwright'];
  write('packages/react/src/index.ts', specifiers.map((specifier) => `import '${specifier}';`).join('\n'));
  const { output } = await runCommand(
    'knip',
    ['--production', '--strict', '--include', 'unlisted', '--reporter', 'json'],
    { folder, quiet: true },
  );
  const { issues } = JSON.parse(output) as { issues: { file: string; unlisted: { name: string }[] }[] };
  const found = issues.flatMap(({ file, unlisted }) => unlisted.map(({ name }) => `${file}: ${name}`));
  expect(found.toSorted()).toEqual(
    ['@meshes-embed/node', 'playwright', 'xstate'].map((name) => `packages/react/src/index.ts: ${name}`),
  );
});
