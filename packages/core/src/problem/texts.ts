/**
 * Every word that the toolkit itself shows to a user, in English. The option `texts` replaces any of them, as a
 * translation does.
 */
export const defaultTexts = {
  /** The iframe's title for assistive technology, where the option `title` gives none. */
  title: 'Meshes workspace',
  /** Until the embed is live. */
  loading: 'Loading…',
  /** After 8 s of it. */
  slow: 'This takes longer than usual.',
  /** Behind a problem, while it is tried again. */
  trying: 'Trying again…',
  /** Behind a problem, and after a while; `{time}` becomes the time of day, in the user's own format. */
  nextTry: 'Next try at {time}.',
  /** On the button that does not wait for that. */
  retryNow: 'Try now',
  /** On the button that tries again after it has failed. */
  retry: 'Try again',
  /** Problems with nothing in them that a user could act on. */
  failed: 'This part of the page could not be loaded.',
  /** The backend fails, or takes too long. */
  unavailable: 'The service is busy or not available at the moment.',
  /** The backend cannot be reached: the network, or the line to it, failed. */
  unreachable: 'The service cannot be reached at the moment. Check your connection, and try again.',
  /** The backend refused: this user may not see it. */
  refused: 'You do not have access to this part of the page.',
  /** No one is signed in, or the backend redirects, usually to where one signs in. */
  signedOut: 'Sign in again to see this part of the page.',
  /** The session was ended, or is not renewed any more. */
  ended: 'Your session here has ended.',
  /** Too many sessions were asked for. */
  busy: 'This was interrupted too often.',
} as const;

/** The toolkit's own words to a user; those that are not given are English. */
export type EmbedTexts = { readonly [Name in keyof typeof defaultTexts]: string };

/** The texts that tell a problem. */
export type UserText = Exclude<
  keyof EmbedTexts,
  'title' | 'loading' | 'slow' | 'trying' | 'nextTry' | 'retryNow' | 'retry'
>;

/** All texts, the given ones in place of the default ones. */
export function textsOf(given: Partial<EmbedTexts> | undefined): EmbedTexts {
  return { ...defaultTexts, ...given };
}
