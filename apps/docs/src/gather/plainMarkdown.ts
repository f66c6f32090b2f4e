import { namedByChoice } from './choiceBlocks.ts';
import { outsideCode } from './outsideCode.ts';

/** A page for readers of plain Markdown: without front matter and without what only a browser can show. */
export function plainMarkdown(text: string, file: string): string {
  const [, title, body = text] = /^---\n(?:[\s\S]*?title: (.*)\n)?[\s\S]*?---\n([\s\S]*)$/.exec(text) ?? [];
  const plain = outsideCode(namedByChoice(body, file), (part) =>
    part.replaceAll(/^<(?:[A-Z]\w+)[^>]*\/>$/gm, '').replaceAll(/<!--[\s\S]*?-->/g, ''),
  )
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return `${/^# /m.test(plain) || !title ? '' : `# ${title.replace(/^"(.*)"$/, '$1')}\n\n`}${plain}\n`;
}
