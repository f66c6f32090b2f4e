import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { type CheckResult, resultOf } from './check.ts';

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
  {
    file: 'packages/react/src/example.tsx',
    allowed: ['react', 'react/jsx-runtime', '@meshes-embed/core', '@meshes-embed/core/adapter', './ProblemDisplay.tsx'],
    refused: [
      'xstate',
      '@xstate/react',
      '@meshes-embed/core/machine',
      '@meshes-embed/core/src/embed/options.ts',
      '@meshes-embed/node',
      '../../core/src/index.ts',
      'react-dom',
      '../../../apps/react/src/main.tsx',
    ],
  },
  {
    file: 'packages/vue/src/example.ts',
    allowed: ['vue', '@meshes-embed/core', '@meshes-embed/core/adapter', './problemDisplay.ts'],
    refused: [
      'xstate',
      '@xstate/vue',
      '@meshes-embed/core/machine',
      '@meshes-embed/react',
      '../../core/src/index.ts',
      '../../../apps/vue/src/main.ts',
    ],
  },
  {
    file: 'packages/svelte/src/example.ts',
    allowed: ['svelte', 'svelte/reactivity', '@meshes-embed/core', '@meshes-embed/core/adapter', './props.ts'],
    refused: [
      'xstate',
      '@xstate/svelte',
      '@meshes-embed/core/machine',
      '@meshes-embed/vue',
      '../../core/src/index.ts',
      '../../../apps/svelte/src/main.ts',
    ],
  },
  {
    file: 'packages/svelte/src/Example.svelte',
    allowed: ['svelte', '@meshes-embed/core/adapter', './props.ts'],
    refused: ['xstate', '@meshes-embed/core/machine', '../../core/src/index.ts'],
  },
  {
    file: 'packages/element/src/example.ts',
    allowed: ['@meshes-embed/core', '@meshes-embed/core/adapter', './displays.ts'],
    refused: [
      'xstate',
      'react',
      'lit',
      '@meshes-embed/core/machine',
      '@meshes-embed/react',
      '../../core/src/index.ts',
      '../../../apps/element/src/main.ts',
    ],
  },
  {
    file: 'packages/testing/src/frame/example.ts',
    allowed: [
      'xstate',
      '@meshes-embed/core',
      '@meshes-embed/core/machine',
      '@meshes-embed/core/protocol',
      '@meshes-embed/core/session',
      '../steps.ts',
    ],
    refused: [
      'vitest',
      'react',
      'node:fs',
      '@meshes-embed/core/adapter',
      '@meshes-embed/react',
      '@meshes-embed/sandbox',
      '../../../core/src/embed/gate.ts',
      '../../../apps/react/src/main.tsx',
    ],
  },
  {
    file: 'packages/testing/recipes/react/example.tsx',
    allowed: ['react', '@meshes-embed/react', '@meshes-embed/testing', './IntegrationsPage.tsx'],
    refused: ['@meshes-embed/core/machine', '@meshes-embed/tools', '../vue/IntegrationsPage.vue', '../../src/index.ts'],
  },
  {
    file: 'packages/node/src/example.ts',
    allowed: [
      'jose',
      'valibot',
      'node:crypto',
      '@meshes-embed/core/session',
      '@meshes-embed/core/protocol',
      './MeshesApiError.ts',
    ],
    refused: [
      'xstate',
      '@meshes-embed/core',
      '@meshes-embed/core/machine',
      '@meshes-embed/sandbox',
      'hono',
      '../../sandbox/src/wire.ts',
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
      '@meshes-embed/conformance/screen',
      '@meshes-embed/tools',
      '../../../../packages/core/src/index.ts',
      'node:fs',
    ],
  },
  {
    file: 'apps/react/src/example.tsx',
    allowed: ['react', '@meshes-embed/react'],
    refused: ['@meshes-embed/tools', '../../../tools/demo/apps.ts', '@meshes-embed/core/src/index.ts'],
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
      '@meshes-embed/conformance/screen',
      '@meshes-embed/tools',
      '@meshes-embed/core/src/index.ts',
      '../../../react/src/PageLinks.tsx',
      '../../../../packages/react/src/index.ts',
    ],
  },
  {
    file: 'apps/examples/vue-router/src/Example.vue',
    allowed: ['vue', 'vue-router', '@meshes-embed/vue'],
    refused: ['@meshes-embed/conformance/screen', '@meshes-embed/tools'],
  },
  {
    file: 'apps/element/src/example.ts',
    allowed: ['@meshes-embed/element'],
    refused: ['@meshes-embed/tools', '@meshes-embed/core/src/index.ts'],
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
