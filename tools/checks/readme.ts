import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeBlock, codeBlocks, documents } from '../workspace/documents.ts';
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

/** The blocks of these languages that stand by themselves, each as a file that is named after its place. */
function filesOf(languages: readonly string[]): Map<string, CodeBlock> {
  const blocks = documents()
    .flatMap(codeBlocks)
    // What a page takes from a file is compiled where that is.
    .filter(({ info: [language = '', ...more] }) => languages.includes(language) && more.length === 0)
    .filter(({ info: [language], code }) =>
      language === 'vue' || language === 'svelte' ? code.includes('<script') : true,
    );
  return new Map(
    blocks.map((block) => [`${block.document.replaceAll(/\W+/g, '-')}-${block.line}.${block.info[0]}`, block]),
  );
}

/** Puts the files into a folder that has the packages' sources. The blank lines in front make the compiler's line numbers the document's. */
function write(name: string, files: ReadonlyMap<string, CodeBlock>, more: object): string {
  const folder = linkedPackages(name);
  for (const [file, { line, code }] of files) writeFileSync(join(folder, file), '\n'.repeat(line - 1) + code);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  const include = ['*.ts', '*.tsx', '*.vue', '*.svelte'];
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, include, ...more }),
  );
  return folder;
}

function resultFrom(files: ReadonlyMap<string, CodeBlock>, code: number, output: string, found: RegExp): CheckResult {
  if (files.size === 0) return { passed: 0, failures: ['the documents have no code of these languages'] };
  const broken = new Set<string>();
  const failures = [...output.matchAll(found)].map(([whole, file = '', row = '', words = '']) => {
    broken.add(file);
    return files.has(file) ? `${files.get(file)?.document}:${row} ${words}` : whole;
  });
  if (code !== 0 && failures.length === 0) failures.push(`the compiler could not run: ${output}`);
  return { passed: [...files.keys()].filter((file) => !broken.has(file)).length, failures };
}

/** Every `ts`, `tsx` and `vue` block of the documents compiles by itself, against the packages' sources. */
export async function checkReadmeBlocks(): Promise<CheckResult> {
  const files = filesOf(['ts', 'tsx', 'vue']);
  const folder = write('readme', files, { vueCompilerOptions: { strictTemplates: true, dataAttributes: ['data-*'] } });
  const { code, output } = await runCommand('vue-tsc', ['-p', folder, '--pretty', 'false'], { folder, quiet: true });
  return resultFrom(files, code, output, /^(\S+?)\((\d+),\d+\): (error .*)$/gm);
}

/** Every `svelte` block compiles by itself, too, and without a warning. */
export async function checkSvelteBlocks(): Promise<CheckResult> {
  const files = filesOf(['svelte']);
  const folder = write('readme-svelte', files, {});
  const { code, output } = await runCommand(
    'svelte-check',
    ['--workspace', folder, '--tsconfig', join(folder, 'tsconfig.json'), '--output', 'machine', '--fail-on-warnings'],
    { folder, quiet: true },
  );
  return resultFrom(files, code, output, /^\d+ (?:ERROR|WARNING) "([^"]+)" (\d+):\d+ (".*")$/gm);
}
