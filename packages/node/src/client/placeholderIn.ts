/** Words of templates, which are rare in random text. */
const templateWords = /(^|[-_])your|your([-_]|$)|secret_key|xxxx|change_?me|replace_?me|placeholder/i;

/** Real keys are random. Text with fewer different characters is filler. */
const minDifferentCharacters = 4;

/** A template has at most this many characters besides words and filler. Random text has far more. */
const maxRestLength = 5;

/**
 * Says why a key cannot be random. A single word of a template is no reason, because random text may hold any word. A key
 * is a placeholder if it has hardly anything in it but words and filler.
 *
 * @returns a clause that repeats nothing of the key; null for a key that may be real.
 */
export function placeholderIn(key: string): string | null {
  const random = key.replace(/^mk_/, '');
  const different = new Set(random).size;
  if (different < minDifferentCharacters) return `it is filler: there are only ${different} different characters in it`;
  return templateWords.test(key) && restOf(random) <= maxRestLength
    ? 'it is a placeholder: words and filler of a template, and nothing random'
    : null;
}

/** The number of characters that belong to no word and to no filler. */
function restOf(text: string): number {
  let rest = 0;
  for (const part of text.split(/[-_]/)) {
    if (/^([a-z]+|[A-Z][a-z]*|[A-Z]+)$/.test(part)) continue;
    for (const piece of part.match(/[A-Z]?[a-z]+|[A-Z]+|\d+|./g) ?? []) {
      if (piece.length < 3 || (/\d/.test(piece) && !isFiller(piece))) rest += piece.length;
    }
  }
  return rest;
}

/** Whether digits count up or down, or are all equal. */
function isFiller(digits: string): boolean {
  const steps = new Set([...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10));
  return steps.size === 1 && [0, 1, 9].some((step) => steps.has(step));
}
