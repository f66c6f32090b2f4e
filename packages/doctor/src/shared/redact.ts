import type { DoctorSettings } from './settings.ts';

/** A shorter secret would be found in ordinary words. */
const minSecretLength = 6;
const maxTextLength = 160;
const maxWordLength = 80;

/** Takes known secrets out of text. No text should hold one; this is a second line of defence. */
export interface Redactor {
  /** Notes a secret. */
  hide(secret: unknown): void;
  /** Notes the secrets of a session: its tokens, its grant, and the query of its launch URL. */
  hideSession(session: object): void;
  /** The text with every known secret replaced. */
  redact(text: string): string;
}

/** A redactor that knows the secrets in the settings. */
export function createRedactor({ credentials, endpoint }: DoctorSettings): Redactor {
  const secrets = new Set<string>();
  const hide = (secret: unknown) => {
    if (typeof secret === 'string' && secret.length >= minSecretLength) secrets.add(secret);
  };

  hide(credentials.accessKey);
  hide(credentials.secretKey);
  for (const [, value] of endpoint?.headers ?? []) {
    hide(value);
    // A cookie header holds several cookies. Their names are no secrets.
    for (const cookie of value.split(/[;\s]+/)) hide(cookie.slice(cookie.indexOf('=') + 1));
  }

  return {
    hide,
    hideSession(session) {
      const fields: Readonly<Record<string, unknown>> = { ...session };
      for (const name of ['access_token', 'launch_token', 'grant']) hide(fields[name]);
      const url = fields['launch_url'];
      if (typeof url !== 'string' || !URL.canParse(url)) return;
      const { search, searchParams } = new URL(url);
      hide(search.slice(1));
      for (const value of searchParams.values()) hide(value);
    },
    redact: (text) =>
      [...secrets]
        .sort((one, other) => other.length - one.length)
        .reduce((redacted, secret) => redacted.replaceAll(secret, '[hidden]'), text),
  };
}

/**
 * Text from a server as it may be printed: printable ASCII on one line, and not too much of it. Words are left out as a
 * whole and never cut, because the redactor would not recognize part of a secret.
 */
export function printable(text: string): string {
  const words = text.replaceAll(/[^\x20-\x7e]+/g, '?').split(' ');
  let length = 0;
  const shown = words
    .map((word) => (word.length > maxWordLength ? `(${word.length} characters)` : word))
    .filter((word) => (length += word.length + 1) <= maxTextLength);
  return shown.length < words.length ? `${shown.join(' ')} …` : shown.join(' ');
}
