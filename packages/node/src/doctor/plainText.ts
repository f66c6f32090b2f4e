const LONGEST = 160;

/** Text of somebody else's as it may be printed: printable ASCII on one line, cut where it is long. */
export function plainText(text: string): string {
  const plain = text.replaceAll(/[^\x20-\x7e]+/g, '?');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
