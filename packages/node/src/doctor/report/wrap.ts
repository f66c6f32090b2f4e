/** Breaks text at blanks into lines of at most so many characters. A longer word stands on a line of its own. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A label and text beside it, wrapped with its lines under each other. */
export function besideLabel(label: string, text: string, width: number): string {
  return wrap(text, Math.max(20, width - label.length))
    .map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line)
    .join('\n');
}
