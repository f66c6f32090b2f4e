const marked = /(<!-- rendered: [^>]*-->\n)[\s\S]*?(<!-- \/rendered -->)/;

/**
 * The document with the table of what was seen, between its markers.
 *
 * @param rows - the first one has the titles
 * @throws where a marker is missing
 */
export function withRenderedTable(document: string, [titles = [], ...rows]: readonly string[][], when: Date): string {
  if (!marked.test(document))
    throw new Error('docs/frameworks.md lacks the markers <!-- rendered: … --> and <!-- /rendered -->');
  const table = [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return document.replace(
    marked,
    (_, open: string, close: string) => `${open}\nRun on ${when.toISOString().slice(0, 10)}.\n\n${table}\n\n${close}`,
  );
}
