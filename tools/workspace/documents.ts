import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.ts';
import { publicPackages } from './packages.ts';

/** A fenced block of code in a document. */
export interface CodeBlock {
  /** The document's path from the workspace's folder. */
  document: string;
  /** The line that the code starts at. */
  line: number;
  /** What follows the fence: the language, and words after it. */
  info: string[];
  code: string;
}

/** The documents that people read: the README, docs/, the site's own pages, and the README of each public package, by their path from the workspace's folder. */
export function documents(): string[] {
  const under = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => join(folder, entry.name));
  const pages = join(root, 'apps', 'docs', 'pages');
  const folders = readdirSync(pages, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const site = [pages, ...folders.map(({ name }) => join(pages, name))];
  const all = [root, join(root, 'docs'), ...site, ...publicPackages().map(({ folder }) => folder)].flatMap(under);
  return all.map((path) => relative(root, path)).filter((path) => !path.endsWith('CHANGELOG.md'));
}

/** The fenced blocks of a document, in their order. */
export function codeBlocks(document: string): CodeBlock[] {
  return codeBlocksOf(document, readFileSync(join(root, document), 'utf8'));
}

/** The fenced blocks of a document's text. Throws where one never ends. */
export function codeBlocksOf(document: string, text: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { fence: string; indent: number; info: string[]; line: number; code: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, indent = '', fence, info = ''] = /^(\s*)(`{3,})(.*)$/.exec(line) ?? [];
    if (open !== undefined && fence !== undefined && fence.length >= open.fence.length && info.trim() === '') {
      blocks.push({ document, line: open.line, info: open.info, code: open.code.join('\n') });
      open = undefined;
    } else if (open !== undefined) {
      open.code.push(line.slice(open.indent));
    } else if (fence !== undefined) {
      open = { fence, indent: indent.length, info: info.trim().split(/\s+/), line: index + 2, code: [] };
    }
  }
  if (open !== undefined) throw new Error(`${document}:${open.line - 1} opens a block of code that never ends`);
  return blocks;
}
