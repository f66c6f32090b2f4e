import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { faultExamples } from '../../packages/sandbox/src/faults/faultExamples.ts';
import { readFault } from '../../packages/sandbox/src/faults/readFault.ts';
import { type Sandbox, startSandbox } from '../../packages/sandbox/src/index.ts';
import { type CodeBlock, codeBlocks } from '../workspace/documents.ts';
import { root } from '../workspace/paths.ts';
import { EXAMPLE_TIME, type ExampleRun, runExample } from './exampleRun.ts';

const document = join('docs', 'doctor.md');
let sandbox: Sandbox;

// Some of the runs wait, as the doctor does.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  sandbox = await startSandbox({ apiPort: 0, embedPort: 0, now: () => EXAMPLE_TIME });
});
afterAll(() => sandbox.close());

/** A block with an output says in its first line of what run: `text meshes-doctor`, arguments, and a fault as JSON. */
function runOf({ info: [language, command, ...words] }: CodeBlock): ExampleRun | null {
  if (language !== 'text' || command !== 'meshes-doctor') return null;
  const fault = words.find((word) => word.startsWith('{'));
  return {
    args: words.filter((word) => word !== fault),
    fault: fault === undefined ? null : readFault(JSON.parse(fault)),
  };
}

const shown = codeBlocks(document).flatMap((block) => {
  const run = runOf(block);
  return run === null ? [] : [{ block, run }];
});

test('docs/doctor.md shows what the doctor prints', async () => {
  const lines = readFileSync(join(root, document), 'utf8').split('\n');
  // From the end, so that the lines before stay where they are.
  for (const { block, run } of shown.toReversed()) {
    const { text } = await runExample(sandbox, run);
    const length = block.code === '' && lines[block.line - 1]?.startsWith('```') ? 0 : block.code.split('\n').length;
    lines.splice(block.line - 1, length, ...text.split('\n'));
  }
  await expect(lines.join('\n')).toMatchFileSnapshot(join(root, document));
});

const named = new Set(shown.flatMap(({ run }) => run.fault?.fault ?? []));

test.each(faultExamples.filter(({ fault }) => !named.has(fault.fault)))(
  'a run with the fault $fault.fault, which docs/doctor.md does not show, is a healthy one',
  async ({ fault }) => {
    const { text } = await runExample(sandbox, { args: [], fault });
    expect(text).toBe((await runExample(sandbox, { args: [], fault: null })).text);
  },
);
