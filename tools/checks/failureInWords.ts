import { stripVTControlCharacters } from 'node:util';

/** So many lines of what a failed test said stand in the summary; the rest was printed when it failed. */
const mostLines = 12;

/** A line of the stack that lies outside the project. */
const outside = /^ *at .*(node_modules|<anonymous>)/;

/** A failed test's name, and below it the first lines of what it said, so that the summary tells why. */
export function failureInWords(name: string, said: string): string {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => line.trim() !== '' && !outside.test(line));
  return [name, ...lines.slice(0, mostLines)].join('\n    ');
}
