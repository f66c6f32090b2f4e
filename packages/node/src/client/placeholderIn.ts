/** Words that stand in templates and hardly ever in random text. */
const templateWords = /(^|[-_])your|your([-_]|$)|secret_key|xxxx|change_?me|replace_?me|placeholder/i;

/** Real keys are random; fewer different characters than this are filler. */
const minDifferentCharacters = 4;

/** What is left of a template besides its words and its filler is shorter than this; random text leaves far more. */
const maxRestLength = 5;

/**
 * Says why a key cannot have come from a random generator. A word of a template in it is no reason: random text may hold
 * any. The key is a placeholder where there is hardly anything in it but words and filler.
 *
 * @returns a clause; null for a key that can be real. Repeats nothing of it.
 */
export function placeholderIn(key: string): string | null {
  const random = key.replace(/^mk_/, '');
  const different = new Set(random).size;
  if (different < minDifferentCharacters) return `it is filler: there are only ${different} different characters in it`;
  return templateWords.test(key) && restOf(random) <= maxRestLength
    ? 'it is a placeholder: words and filler of a template, and nothing random'
    : null;
}

/** How many characters belong to no word and to no filler. */
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

/** Whether digits count up or down, or are all the same. */
function isFiller(digits: string): boolean {
  const steps = new Set([...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10));
  return steps.size === 1 && [0, 1, 9].some((step) => steps.has(step));
}
