import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { root } from '../workspace/paths.ts';
import { hostChecks, parserChecks } from './checks.ts';
import { hosts, type Host } from './hosts.ts';
import { appsFolder } from './installHosts.ts';
import type { HostResult } from './playHosts.ts';

/** Where the table is. */
export const hostsDocument = join(root, 'docs', 'hosts.md');

const fileOf = (folder: string, file: string): string => readFileSync(join(appsFolder, folder, file), 'utf8').trimEnd();

function block(folder: string, file: string): string {
  // The apps are JavaScript: what is TypeScript of them imports what only they have installed.
  const language = extname(file) === '.ts' ? 'typescript' : 'js';
  return `\`${file}\`:\n\n\`\`\`${language}\n${fileOf(folder, file)}\n\`\`\``;
}

function mountOf({ title, folder, file, otherFiles = [], behindParser, advice }: Host): string {
  const parts = [`### ${title}`];
  if (advice !== undefined) parts.push(advice);
  parts.push(...[file, ...otherFiles].map((one) => block(folder, one)));
  if (behindParser) parts.push(`Where something in front of it reads bodies, ${block(folder, behindParser.file)}`);
  return parts.join('\n\n');
}

/** How the handler is mounted in each host, in the very text that was run. */
export function mounts(): string {
  // What differs in how it is run only is shown once.
  const mounted = hosts.filter(
    ({ folder, file }, index) => hosts.findIndex((other) => other.folder === folder && other.file === file) === index,
  );
  return [
    `## How to mount it`,
    `All of them share one module, ${block('shared', 'sessions.js')}`,
    ...mounted.map(mountOf),
  ].join('\n\n');
}

function rowOf({ host, version, played, fault }: HostResult, notes: string[]): string {
  const failed = played.filter((one) => one.fault !== null);
  const marks = failed.map(({ check, fault: why }) => {
    const note = `**${check}** in ${host.title}: ${host.reasons?.[check] ?? `fails: ${why}`}`;
    notes.push(note);
    return `${check} [${notes.length}]`;
  });
  const passed = fault === null ? `${played.length - failed.length} of ${played.length}` : 'could not be run';
  const cells = [host.title, version, host.runAs ?? 'as it is', passed, marks.join(', ')];
  return `| ${cells.join(' | ')} |`;
}

/** The whole document, from a run of all hosts. */
export function writeDocument(results: readonly HostResult[], when: Date): string {
  const notes: string[] = [];
  const rows = results.map((result) => rowOf(result, notes));
  const listed = (checks: typeof hostChecks): string =>
    checks.map(({ name, holds }) => `| ${name} | ${holds} |`).join('\n');
  return `# The session handler in its hosts

\`@meshes-embed/node\` needs nothing of a runtime but \`fetch\`, \`Request\`, \`Response\` and Web Crypto. This page tells where that was
tried, and how the handler is mounted there. It is written by a run:

\`\`\`sh
npm run hosts
\`\`\`

Each host is installed from npm at the version below, with the packages as they are published. It is built where no secret is
known, started, and asked by plain HTTP, with a sandbox behind it whose answers are counted, kept waiting and refused.

Run on ${when.toISOString().slice(0, 10)}, Node ${process.versions.node}.

| host | version | run | checks that hold | those that do not |
|---|---|---|---|---|
${rows.join('\n')}
${notes.length > 0 ? `\n${notes.map((note, index) => `${index + 1}. ${note}`).join('\n')}\n` : ''}
## What is asked

| check | what holds |
|---|---|
${listed(hostChecks)}

Where an app has something that reads bodies in front of the handler, also:

| check | what holds |
|---|---|
${listed(parserChecks)}

${mounts()}
`;
}
