import type { ProblemCode } from './codes.ts';
import { release } from './release.ts';
import { defaultTexts, type UserText } from './texts.ts';

/** A problem as it is noted, before it is put into words. Holds no token, no secret and no launch URL. */
export interface SeenProblem {
  readonly code: ProblemCode;
  /** What was seen this time, in few words: a status, an origin, a duration. */
  readonly seen?: string | undefined;
  /** What the page's own function threw. */
  readonly cause?: unknown;
  /** Which of the texts tells it to the user, where that is not the usual one of its code. */
  readonly userText?: UserText | undefined;
}

/** What went wrong, for the developer and for the page. Holds no token, no secret and no launch URL. */
export interface EmbedProblem {
  /** Stable; the key of {@link problemCatalogue}. */
  readonly code: ProblemCode;
  /** What was seen; for the developer. In production builds the code, with what was seen in brackets. */
  readonly message: string;
  /** What to do about it; for the developer. In production builds where that stands. */
  readonly remedy: string;
  /** What to tell the user: of {@link defaultTexts}, or in the host's own words where the option `texts` has some. */
  readonly userMessage: string;
  /** Whether trying again may help: then the page offers it. */
  readonly retryable: boolean;
  /** Whether nothing more is tried by itself: the embed has failed. Until then it is being cured, or outlived. */
  readonly final: boolean;
  /** Where it is explained. */
  readonly docs: string;
  /** What the page's own function threw, where that is the problem; for an error tracker. */
  readonly cause?: unknown;
}

/** Where each code has an anchor of its own, as it was when this was released. */
export const docsAddress = `https://github.com/meshes-embed/meshes-embed/blob/${release}/docs/troubleshooting.md#`;

/** What the user is told, where that is not the usual. */
const userTexts: Readonly<Partial<Record<ProblemCode, UserText>>> = {
  'backend-unreachable': 'unreachable',
  'backend-failed': 'unavailable',
  'backend-timeout': 'unavailable',
  'not-authorized': 'refused',
  'page-refused': 'refused',
  'refresh-refused': 'ended',
  'session-revoked': 'ended',
  'endpoint-redirects': 'signedOut',
  'calls-spent': 'busy',
};

/** Which of the texts usually tells a problem of this code to the user. */
export function userTextOf(code: ProblemCode): UserText {
  return userTexts[code] ?? 'failed';
}

/**
 * Makes a problem that says its code, and leaves the words for developers to its page: they are for development builds.
 * All problems may pass, so that another try is offered for each.
 */
export function problemInBrief({ code, seen, cause, userText = userTextOf(code) }: SeenProblem): EmbedProblem {
  const docs = docsAddress + code;
  return {
    code,
    message: seen ? `${code} (${seen})` : code,
    remedy: docs,
    userMessage: defaultTexts[userText],
    retryable: true,
    final: false,
    docs,
    ...(cause !== undefined && { cause }),
  };
}
