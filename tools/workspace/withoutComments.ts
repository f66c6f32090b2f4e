import { extname } from 'node:path';
import { parseSync } from 'rolldown/utils';

const blank = (text: string): string => text.replaceAll(/\S/g, ' ');

/** The same text of TypeScript, with blanks in the place of its comments. Throws where it is no TypeScript. */
function withoutScriptComments(file: string, text: string): string {
  const { comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  return comments.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end),
    text,
  );
}

/**
 * The same text of a source, with blanks in the place of its comments: of TypeScript, and of Vue's and Svelte's files
 * with TypeScript in them. Throws where the TypeScript cannot be parsed.
 */
export function withoutComments(file: string, text: string): string {
  if (!['.vue', '.svelte'].includes(extname(file))) return withoutScriptComments(file, text);
  return text
    .replaceAll(/<!--[\s\S]*?-->/g, blank)
    .replaceAll(
      /(<script[^>]*>)([\s\S]*?)(<\/script>)/g,
      (_, open: string, script: string, close: string) => open + withoutScriptComments(`${file}.ts`, script) + close,
    );
}
