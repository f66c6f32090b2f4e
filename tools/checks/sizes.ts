import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { adapters } from '@meshes-embed/conformance/adapters';
import { alignedTable } from '../workspace/alignedTable.ts';
import { bundle } from '../workspace/bundle.ts';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';
import { appSource, frameworkOf } from './parity/adapters.ts';

/** A bundle and the size it may have. */
interface Budget {
  title: string;
  source: string;
  external?: (string | RegExp)[];
  /** In bytes, minified and compressed with brotli; none where the size is only told. */
  budget?: number;
  /** Whether XState may be in it. */
  xstate: boolean;
}

// XState is 10.6 kB of each that holds it, whatever is built on it.
const budgets: Budget[] = [
  ...adapters.map((adapter) => ({
    title: `${adapter.name}, with core and XState`,
    source: appSource(adapter),
    external: frameworkOf(adapter),
    budget: adapter.bytes,
    xstate: true,
  })),
  { title: 'core, with XState', source: "export { createMeshesEmbed } from '@meshes-embed/core';", xstate: true },
  {
    title: 'core, without XState',
    source: "export { createMeshesEmbed } from '@meshes-embed/core';",
    external: ['xstate'],
    xstate: false,
  },
  { title: 'core/protocol', source: "export * from '@meshes-embed/core/protocol';", budget: 1_000, xstate: false },
  { title: 'core/session', source: "export * from '@meshes-embed/core/session';", budget: 1_400, xstate: false },
];

/** The one file for script tags, as it is published. Bytes, compressed with brotli */
const scriptFile = { path: join('packages', 'element', 'dist', 'meshes-embed.min.js'), budget: 28_750 };

/** Bundles what an app would import, from the packages as published, and holds the size against its budget. */
export async function checkSizes(): Promise<CheckResult> {
  const rows = [['bundle', 'bytes', 'budget', 'share']];
  const messages: (string | null)[] = [];
  for (const { title, source, external, budget, xstate } of budgets) {
    const { bytes, modules } = await bundle(source, external);
    rows.push([
      title,
      String(bytes),
      ...(budget === undefined ? [] : [String(budget), `${Math.round((bytes / budget) * 100)} %`]),
    ]);
    if (budget !== undefined)
      messages.push(bytes <= budget ? null : `${title}: ${bytes} bytes, and the budget is ${budget}`);
    const stray = modules.find((module) => /[\\/]xstate[\\/]/.test(module));
    if (!xstate) messages.push(stray === undefined ? null : `${title}: XState is in it, by ${stray}`);
  }
  const script = brotliCompressSync(readFileSync(join(root, scriptFile.path))).length;
  rows.push([
    'element, the file for script tags',
    String(script),
    String(scriptFile.budget),
    `${Math.round((script / scriptFile.budget) * 100)} %`,
  ]);
  messages.push(
    script <= scriptFile.budget ? null : `${scriptFile.path}: ${script} bytes, and the budget is ${scriptFile.budget}`,
  );
  console.log(alignedTable(rows));
  return resultOf(messages);
}
