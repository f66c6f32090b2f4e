/** A table of a document. */
export interface Table {
  header: string[];
  rows: string[][];
}

/** The cells of a line; a `\|` in one of them parts nothing. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replaceAll(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** The tables of a document's text, in their order. */
export function tablesOf(text: string): Table[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const isDelimiter = /^\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?)?\s*$/.test(line);
    if (!isDelimiter || index === 0) return [];
    const end = lines.findIndex((later, row) => row > index && !later.trim().startsWith('|'));
    return [
      {
        header: cellsOf(lines[index - 1] ?? ''),
        rows: lines.slice(index + 1, end === -1 ? undefined : end).map(cellsOf),
      },
    ];
  });
}

/** What stands in backticks in a column, by its heading, of whichever tables have it. */
export function namesInColumn(tables: readonly Table[], heading: string): string[] {
  return tables.flatMap(({ header, rows }) => {
    const column = header.indexOf(heading);
    if (column === -1) return [];
    return rows.flatMap((row) => [...(row[column] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  });
}
