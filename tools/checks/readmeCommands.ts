import { type CodeBlock, codeBlocks, documents } from '../workspace/documents.ts';
import { publicPackages, readManifest, workspacePackages } from '../workspace/packages.ts';
import { root } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { type CheckResult, resultOf } from './check.ts';

/** Says what is wrong with the words after a command, or null. */
type Judge = (words: string[]) => string | null;

function unknownOf(what: string, words: string[], known: string[]): string | null {
  const unknown = words.filter((word) => !known.includes(word));
  return unknown.length === 0 ? null : `no ${what} ${unknown.join(', ')}; there are ${known.join(', ')}`;
}

/** What the documents tell people to type, by its beginning. */
function judges(layers: string[]): Record<string, Judge> {
  const scripts = Object.keys(readManifest(root).scripts ?? {});
  const published = publicPackages();
  const commands = published.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}));
  const installable = [
    ...published.map(({ name }) => name),
    ...workspacePackages().flatMap(({ manifest }) =>
      Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
    ),
  ];
  /** Those that `npx` and `pnpm dlx` run by the name of their package: it has one command. */
  const runnable = published
    .filter(({ manifest }) => Object.keys(manifest.bin ?? {}).length === 1)
    .map(({ name }) => name);
  const names = (words: string[]): string[] => words.filter((word) => !word.startsWith('-'));
  return {
    'npm run': ([script = '']) => unknownOf('script', [script], scripts),
    'npm test': (words) => unknownOf('layer', names(words), layers),
    'npm install': (words) => unknownOf('package', names(words), installable),
    // Never one that is fetched from the registry because the project has none: its name may be another owner's.
    'npm exec --no --': (words) => unknownOf('command', names(words).slice(0, 1), commands),
    'pnpm exec': (words) => unknownOf('command', names(words).slice(0, 1), commands),
    'pnpm dlx': (words) => unknownOf('package with a command', names(words).slice(0, 1), runnable),
    npx: (words) => unknownOf('command', names(words).slice(0, 1), [...commands, ...runnable]),
    'git clone': () => null,
    cd: () => null,
  };
}

/** What is wrong with a command line of a document, or null. */
export function commandFault(text: string, layers: string[]): string | null {
  const known = judges(layers);
  // Variables that are set for one command stand before it.
  const line = text.replace(/^(?:[A-Z_]+=\S+\s+)+/, '');
  const start = Object.keys(known).find((beginning) => line === beginning || line.startsWith(`${beginning} `));
  if (start === undefined)
    return 'is no command that this check knows: mark the block `sh run` to have it run, or teach tools/checks/readmeCommands.ts';
  return known[start]?.(line.slice(start.length).split(/\s+/).filter(Boolean)) ?? null;
}

async function checkBlock({ document, line, info, code }: CodeBlock, layers: string[]): Promise<(string | null)[]> {
  if (info.includes('run')) {
    const { code: exitCode, output } = await runCommand('bash', ['-euo', 'pipefail', '-c', code], { quiet: true });
    return [exitCode === 0 ? null : `${document}:${line} ends with code ${exitCode}:\n${output}`];
  }
  return code
    .split('\n')
    .map((text, index) => ({ text: text.replace(/#.*$/, '').trim(), number: line + index }))
    .filter(({ text }) => text !== '')
    .map(({ text, number }) => {
      const fault = commandFault(text, layers);
      return fault === null ? null : `${document}:${number} \`${text}\` ${fault}`;
    });
}

/**
 * The commands in the documents' `sh` blocks. A block marked `sh run` is run and has to succeed; of any other, each
 * line names a script, a layer, a package or a command that exists.
 */
export async function checkReadmeCommands(layers: string[]): Promise<CheckResult> {
  const messages: (string | null)[] = [];
  for (const block of documents().flatMap(codeBlocks)) {
    if (block.info[0] === 'sh') messages.push(...(await checkBlock(block, layers)));
  }
  if (messages.length === 0) messages.push('the documents have no commands in them');
  return resultOf(messages);
}
