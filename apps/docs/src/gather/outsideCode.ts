/** Changes what is outside of fenced code and code in lines. */
export function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(/(^(?:`{3,})[^\n]*\n[\s\S]*?^`{3,}[ ]*$)/m)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .split(/(`+[^`]+`+)/)
            .map((piece, place) => (place % 2 === 1 ? piece : change(piece)))
            .join(''),
    )
    .join('');
}
