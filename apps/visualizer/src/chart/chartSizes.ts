/** Sizes of what the chart draws. All text is of one width a character, so that the layout needs no browser. CSS px */
export const sizes = {
  /** Of one character. */
  character: 6.62,
  /** A title's letters, against all others. */
  titleScale: 1.1,
  row: 16,
  header: 28,
  padding: 10,
  /** Of the lines of a state that holds others. */
  columns: 2,
  /** Around the states inside of another one. */
  inset: 12,
} as const;

/** The width of a text. CSS px */
export const widthOf = (text: string): number => text.length * sizes.character;
