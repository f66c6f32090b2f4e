import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeBlocks, documents } from '../workspace/documents.ts';
import { linkedPackages } from '../workspace/linkedPackages.ts';
import { root } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import type { CheckResult } from './check.ts';

const compilerOptions = {
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  jsx: 'react-jsx',
  noUnusedLocals: false,
  noUnusedParameters: false,
};

/** Every `ts` and `tsx` block of the documents compiles by itself, against the packages' sources. */
export async function checkReadmeBlocks(): Promise<CheckResult> {
  const folder = linkedPackages('readme');
  const blocks = documents()
    .flatMap(codeBlocks)
    .filter(({ info: [language] }) => language === 'ts' || language === 'tsx');
  const files = new Map(
    blocks.map((block) => [`${block.document.replaceAll(/\W+/g, '-')}-${block.line}.${block.info[0]}`, block]),
  );
  // The blank lines in front make the compiler's line numbers the document's.
  for (const [file, { line, code }] of files) writeFileSync(join(folder, file), '\n'.repeat(line - 1) + code);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, include: ['*.ts', '*.tsx'] }),
  );
  if (blocks.length === 0) return { passed: 0, failures: ['the documents have no TypeScript in them'] };

  const { code, output } = await runCommand('tsc', ['-p', folder, '--pretty', 'false'], { folder, quiet: true });
  const failures = output
    .split('\n')
    .filter((line) => /error TS\d+/.test(line))
    .map((line) =>
      line.replace(/^(\S+?)\((\d+),\d+\)/, (whole, file: string, row: string) =>
        files.has(file) ? `${files.get(file)?.document}:${row}` : whole,
      ),
    );
  if (code !== 0 && failures.length === 0) failures.push(`the compiler could not run: ${output}`);
  const broken = new Set(output.split('\n').flatMap((line) => /^(\S+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? []));
  return { passed: blocks.filter((_, index) => !broken.has([...files.keys()][index] ?? '')).length, failures };
}
