import { waysOfLeaving } from '@meshes-embed/conformance/ways-of-leaving';
import { recipes } from './firstLoad.ts';

const titles: Readonly<Record<keyof typeof waysOfLeaving, string>> = {
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  element: 'custom element',
};

/** What becomes of an embed that leaves, by framework and way. */
function waysTable(): string {
  const rows = Object.entries(waysOfLeaving).flatMap(([framework, ways]) =>
    Object.entries(ways).map(([way, becomes]) => [
      titles[framework as keyof typeof waysOfLeaving],
      way,
      becomes,
      becomes === 'kept' ? 'launched again' : becomes,
    ]),
  );
  return [['', 'it leaves by', 'Chromium, Firefox', 'WebKit'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function recipeBlocks(): string {
  return recipes.map(({ title, language, code }) => `${title}:\n\n\`\`\`${language}\n${code}\n\`\`\``).join('\n\n');
}

/** The document with its generated parts written again between their markers. Throws where a marker is missing. */
export function withInstantParts(document: string): string {
  return Object.entries({ ways: waysTable(), recipes: recipeBlocks() }).reduce((text, [name, part]) => {
    const marked = new RegExp(`(<!-- ${name}: [^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marked.test(text))
      throw new Error(`docs/instant.md lacks the markers <!-- ${name}: … --> and <!-- /${name} -->`);
    return text.replace(marked, (_, open: string, close: string) => `${open}\n${part}\n\n${close}`);
  }, document);
}
