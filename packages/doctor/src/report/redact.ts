/** A secret shorter than this would be found in ordinary words. */
const SHORTEST = 6;

/** Takes known secrets out of text. No text should have one: this is for the day when one does all the same. */
export interface Redactor {
  /** Notes a secret. */
  hide(secret: string): void;
  /** The text with every known secret in it replaced. */
  clean(text: string): string;
}

export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  return {
    hide(secret) {
      if (secret.length >= SHORTEST) secrets.add(secret);
    },
    clean: (text) =>
      [...secrets]
        .sort((one, other) => other.length - one.length)
        .reduce((cleaned, secret) => cleaned.replaceAll(secret, '[hidden]'), text),
  };
}
