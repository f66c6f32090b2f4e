const LONGEST = 160;
const LONGEST_WORD = 80;

/**
 * Text of somebody else's as it may be printed: printable ASCII on one line, and not too much of it. Whole words are left
 * out and none is cut: part of a secret would not be known for one any more.
 */
export function plainText(text: string): string {
  const words = text.replaceAll(/[^\x20-\x7e]+/g, '?').split(' ');
  let length = 0;
  const shown = words
    .map((word) => (word.length > LONGEST_WORD ? `(${word.length} characters)` : word))
    .filter((word) => (length += word.length + 1) <= LONGEST);
  return shown.length < words.length ? `${shown.join(' ')} …` : shown.join(' ');
}
