import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { adapters } from '@meshes-embed/conformance/adapters';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { type CheckResult, resultOf } from './check.ts';
import { frameworksOf, onlyTypedOf, packageOf } from './parity/adapters.ts';

/** Imports that the lint rules have to let through or to refuse, by the file that they stand in. */
const imports: { file: string; allowed: string[]; refused: string[] }[] = [
  {
    file: 'packages/core/src/embed/example.ts',
    allowed: ['xstate', './options.ts', '../machine/index.ts'],
    refused: [
      'react',
      'jose',
      'node:fs',
      '@meshes-embed/react',
      '@meshes-embed/node',
      '@meshes-embed/sandbox',
      '../../../react/src/index.ts',
      '../../../../apps/react/src/main.tsx',
    ],
  },
  {
    file: 'packages/core/src/protocol/example.ts',
    allowed: ['./pages.ts', '../session/index.ts'],
    refused: ['xstate', '../machine/index.ts', '../embed/options.ts', '@meshes-embed/core'],
  },
  {
    file: 'packages/core/src/session/example.ts',
    allowed: ['./session.ts', '../protocol/index.ts'],
    refused: ['xstate', '../machine/index.ts'],
  },
  ...adapters.map((adapter) => ({
    file: `packages/${adapter.name}/src/example.ts`,
    allowed: [
      ...frameworksOf(adapter),
      '@meshes-embed/core',
      '@meshes-embed/core/adapter',
      '@meshes-embed/core/diagnostics',
      '@meshes-embed/core/inspect',
      './example.ts',
    ],
    refused: [
      'xstate',
      'lit',
      'react-dom',
      `@xstate/${adapter.name}`,
      '@meshes-embed/core/machine',
      '@meshes-embed/core/src/embed/options.ts',
      '@meshes-embed/node',
      ...onlyTypedOf(adapter),
      ...adapters.map(packageOf),
      '../../core/src/index.ts',
      `../../../apps/${adapter.name}/src/main.ts`,
    ],
  })),
  ...adapters.map(({ name }) => ({
    file: `apps/${name}/src/example.ts`,
    allowed: [`@meshes-embed/${name}`, '@meshes-embed/app-shared', '@meshes-embed/app-shared/screen.css'],
    refused: [
      '@meshes-embed/conformance/until',
      '@meshes-embed/e2e/routes',
      '@meshes-embed/app-demo',
      '@meshes-embed/tools',
      '../../../tools/layers.ts',
      '@meshes-embed/core/src/index.ts',
    ],
  })),
  ...adapters.map(({ name }) => ({
    file: `apps/examples/${name}/src/example.ts`,
    allowed: [`@meshes-embed/${name}`, './example.ts'],
    refused: ['@meshes-embed/app-shared', '@meshes-embed/core', '../../../shared/src/index.ts'],
  })),
  {
    file: 'packages/svelte/src/Example.svelte',
    allowed: ['svelte', '@meshes-embed/core/adapter', './props.ts'],
    refused: ['xstate', '@meshes-embed/core/machine', '../../core/src/index.ts'],
  },
  {
    file: 'packages/node/src/example.ts',
    allowed: [
      'jose',
      'valibot',
      'node:crypto',
      '@meshes-embed/core/session',
      '@meshes-embed/core/protocol',
      './meshesApiError.ts',
    ],
    refused: [
      'xstate',
      '@meshes-embed/core',
      '@meshes-embed/core/machine',
      '@meshes-embed/sandbox',
      '@meshes-embed/doctor',
      'hono',
      '../../doctor/src/cli.ts',
      '../../sandbox/src/wire.ts',
      '../../../apps/server/src/server.ts',
    ],
  },
  {
    file: 'packages/doctor/src/example.ts',
    allowed: [
      'node:util',
      '@meshes-embed/node',
      '@meshes-embed/node/internal',
      '@meshes-embed/core/session',
      '@meshes-embed/core/protocol',
      './cli.ts',
    ],
    refused: [
      'jose',
      'valibot',
      '@meshes-embed/core',
      '@meshes-embed/sandbox',
      '@meshes-embed/node/src/index.ts',
      '../../node/src/index.ts',
      '../../../apps/server/src/server.ts',
    ],
  },
  {
    file: 'packages/sandbox/src/http/example.ts',
    allowed: [
      'hono',
      'hono/http-exception',
      '@hono/node-server',
      'jose',
      'valibot',
      'node:fs/promises',
      '@meshes-embed/core/protocol',
      '../wire.ts',
    ],
    refused: [
      'xstate',
      'preact',
      '@meshes-embed/core',
      '@meshes-embed/core/machine',
      '@meshes-embed/node',
      '../../../node/src/index.ts',
    ],
  },
  {
    file: 'packages/sandbox/src/ui/example.tsx',
    allowed: [
      'preact',
      'preact/hooks',
      'xstate',
      '@meshes-embed/core/protocol',
      '@meshes-embed/core/machine',
      '../wire.ts',
    ],
    refused: ['node:fs', 'hono', 'jose', 'react', '@meshes-embed/core', '@meshes-embed/node'],
  },
  {
    file: 'apps/visualizer/src/chart/example.tsx',
    allowed: [
      'react',
      'react-dom/client',
      'xstate/graph',
      'elkjs/lib/elk.bundled.js',
      '@tanstack/react-virtual',
      '@meshes-embed/core/machine',
      '@meshes-embed/core/inspect',
      '../trace/moment.ts',
    ],
    refused: [
      '@meshes-embed/core',
      '@meshes-embed/core/protocol',
      '@meshes-embed/react',
      '@meshes-embed/app-shared',
      '@meshes-embed/tools',
      '../../../../packages/core/src/index.ts',
      'node:fs',
    ],
  },
  {
    file: 'packages/conformance/src/example.ts',
    allowed: ['vitest', 'node:http', '@meshes-embed/core', '@meshes-embed/core/inspect', './until.ts'],
    refused: [
      '@playwright/test',
      '@meshes-embed/sandbox',
      '@meshes-embed/react',
      '@meshes-embed/e2e/routes',
      '@meshes-embed/app-shared',
      '@meshes-embed/tools',
    ],
  },
  {
    file: 'packages/e2e/src/example.ts',
    allowed: [
      '@playwright/test',
      '@meshes-embed/app-demo',
      '@meshes-embed/app-demo/apps',
      '@meshes-embed/app-shared',
      '@meshes-embed/conformance/open-roots',
      './eventually.ts',
    ],
    refused: ['@meshes-embed/tools', '@meshes-embed/app-react', '../../../tools/layers.ts'],
  },
  {
    file: 'apps/shared/src/example.ts',
    allowed: ['@meshes-embed/core', './testIds.ts'],
    refused: ['@meshes-embed/conformance/until', '@meshes-embed/e2e/routes', '@meshes-embed/app-demo/apps'],
  },
  {
    file: 'apps/demo/src/example.ts',
    allowed: [
      'vite',
      '@meshes-embed/sandbox',
      '@meshes-embed/app-server',
      '@meshes-embed/app-shared',
      '@meshes-embed/conformance/adapters',
      './apps.ts',
    ],
    refused: [
      '@meshes-embed/conformance/until',
      '@meshes-embed/e2e/routes',
      '@meshes-embed/tools',
      '../../../tools/layers.ts',
    ],
  },
  {
    file: 'apps/vue/src/Example.vue',
    allowed: ['vue', '@meshes-embed/vue'],
    refused: ['@meshes-embed/tools', '@meshes-embed/core/src/index.ts'],
  },
  {
    file: 'apps/svelte/src/Example.svelte',
    allowed: ['svelte', '@meshes-embed/svelte'],
    refused: ['@meshes-embed/tools', '@meshes-embed/core/src/index.ts'],
  },
  {
    file: 'apps/examples/react-router/src/example.tsx',
    allowed: ['react', 'react-router', '@meshes-embed/react', './IntegrationsPage.tsx'],
    refused: [
      '@meshes-embed/app-shared',
      '@meshes-embed/conformance/until',
      '@meshes-embed/tools',
      '@meshes-embed/core/src/index.ts',
      '../../../react/src/PageLinks.tsx',
      '../../../../packages/react/src/index.ts',
    ],
  },
  {
    file: 'apps/examples/vue-router/src/Example.vue',
    allowed: ['vue', 'vue-router', '@meshes-embed/vue'],
    refused: ['@meshes-embed/app-shared', '@meshes-embed/tools'],
  },
];

interface LintReport {
  diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[];
}

/** Proves the lint rules: lints sources made for it, one import a line, under the workspace's own configuration. */
export async function checkImportDirections(): Promise<CheckResult> {
  const folder = temporaryFolder('import-directions');
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const { file, allowed, refused } of imports) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const code = [...allowed, ...refused].map((specifier) => `import '${specifier}';`).join('\n');
    // The first import stands on the line of the tag, so that lines are counted alike.
    writeFileSync(join(folder, file), /\.(vue|svelte)$/.test(file) ? `<script lang="ts">${code}\n</script>` : code);
  }
  const { output } = await runCommand('oxlint', ['--format=json', '.'], { folder, quiet: true });
  const { diagnostics } = JSON.parse(output) as LintReport;
  const reported = new Set(
    diagnostics
      .filter(({ code }) => code === 'eslint(no-restricted-imports)')
      .map(({ filename, labels }) => `${filename.replaceAll('\\', '/')}:${labels[0]?.span.line}`),
  );

  return resultOf(
    imports.flatMap(({ file, allowed, refused }) =>
      [...allowed, ...refused].map((specifier, index) => {
        const isRefused = reported.has(`${file}:${index + 1}`);
        if (isRefused === index >= allowed.length) return null;
        return `${file}: the import of ${specifier} is ${isRefused ? 'refused, and should be allowed' : 'allowed, and should be refused'}; see .oxlintrc.json`;
      }),
    ),
  );
}
