import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultNames, readFault } from '../../../packages/sandbox/src/faults/readFault.ts';
import { faultExamples } from '../../../packages/sandbox/src/faults/faultExamples.ts';
import { startSandbox } from '../../../packages/sandbox/src/index.ts';
import { buildFirst } from '../../workspace/buildFirst.ts';
import { type CodeBlock, codeBlocksOf } from '../../workspace/documents.ts';
import { root } from '../../workspace/paths.ts';
import { EXAMPLE_TIME, type ExampleRun, runExample } from './exampleRun.ts';

/** The document, by its path from the workspace's folder. */
export const doctorDocument = join('docs', 'doctor.md');

/** The document as it is, and as it should be, and what else is wrong with it. */
export interface ShownOutputs {
  readonly text: string;
  readonly expected: string;
  /** How many outputs were looked at. */
  readonly runs: number;
  readonly faults: readonly string[];
}

/** A block that shows an output says in its first line of what: `text meshes-doctor`, arguments, and a fault as JSON. */
function runOf({ info: [language, command, ...words] }: CodeBlock): ExampleRun | null {
  if (language !== 'text' || command !== 'meshes-doctor') return null;
  const fault = words.find((word) => word.startsWith('{'));
  return {
    args: words.filter((word) => word !== fault),
    fault: fault === undefined ? null : readFault(JSON.parse(fault)),
  };
}

/** Runs everything that the document shows, and every fault that it does not: those have to leave no trace. */
export async function compareShownOutputs(): Promise<ShownOutputs> {
  await buildFirst();
  const text = readFileSync(join(root, doctorDocument), 'utf8');
  const sandbox = await startSandbox({ apiPort: 0, embedPort: 0, now: () => EXAMPLE_TIME });
  try {
    const shown = codeBlocksOf(doctorDocument, text).flatMap((block) => {
      const run = runOf(block);
      return run === null ? [] : [{ block, run }];
    });
    const lines = text.split('\n');
    // From the end, so that the lines before stay where they are.
    for (const { block, run } of shown.toReversed()) {
      const output = await runExample(sandbox, run);
      const length = block.code === '' && lines[block.line - 1]?.startsWith('```') ? 0 : block.code.split('\n').length;
      lines.splice(block.line - 1, length, ...output.text.split('\n'));
    }

    const healthy = await runExample(sandbox, { args: [], fault: null });
    const named = new Set(shown.flatMap(({ run }) => run.fault?.fault ?? []));
    const faults: string[] = [];
    for (const { fault } of faultExamples.filter((example) => !named.has(example.fault.fault))) {
      const output = await runExample(sandbox, { args: [], fault });
      if (output.text !== healthy.text)
        faults.push(
          `${doctorDocument} shows no output with the fault ${fault.fault}, and it differs from that of a healthy run`,
        );
    }
    return { text, expected: lines.join('\n'), runs: shown.length + faultNames.length - named.size, faults };
  } finally {
    await sandbox.close();
  }
}
