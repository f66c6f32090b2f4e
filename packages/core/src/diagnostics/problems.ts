/** What went wrong, for the developer and for the page. Holds no token, no secret and no launch URL. */
export interface EmbedProblem {
  /** Stable; the key of {@link problemCatalogue}. */
  readonly code: ProblemCode;
  /** What was seen. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Whether trying again may help: then the page offers it. */
  readonly retryable: boolean;
  /** Where it is explained. */
  readonly docs: string;
}

const backend = "See your session route's answer in the network panel";

/**
 * Every problem the toolkit can name: what it means, and what to do. The wording follows contract §8 where that names
 * a cause. All of them may pass, so that another try is offered for each.
 */
export const problemCatalogue = {
  'backend-unreachable': ['Your backend did not answer.', 'Check the network, and that your session route runs.'],
  'backend-failed': ['Your backend failed to give a session.', `${backend}.`],
  'backend-timeout': ['Your backend took too long.', `${backend}.`],
  'not-authorized': ['Your backend refused a session.', `${backend}: is the user signed in?`],
  'not-found': ['Your backend does not know this route, session or workspace.', 'Check the endpoint and the workspace.'],
  'session-revoked': ['The session was ended.', 'Launch a fresh session.'],
  'session-malformed': ['Your backend gave something that is no session.', 'Pass on the answer of Meshes as it is.'],
  'session-differs': ['A refresh gave another session.', 'Refresh the session that was asked for.'],
  'launch-url-refused': ['The launch URL was refused.', 'Pass on the launch_url of Meshes as it is.'],
  'launch-url-expired': ['The launch URL was too old.', 'Mint a fresh session for each launch.'],
  'launch-blocked': ["This page's Content-Security-Policy blocks the embed.", 'Add its origin to frame-src.'],
  'ready-missing': ['The embed did not report ready.', 'Name this page in allowed_origins; use a fresh launch URL.'],
  'frame-reloaded': ['The iframe was reloaded.', 'Do not move the container or touch the iframe.'],
  'calls-spent': ['More than 12 sessions were asked for in 10 minutes.', 'Find what relaunches or refreshes.'],
  'height-loop': ["The embed's height kept changing and was held.", 'Let the container grow freely.'],
} as const satisfies Record<string, readonly [message: string, remedy: string]>;

/** The code of a problem; stable across releases. */
export type ProblemCode = keyof typeof problemCatalogue;

/** Where each code has an anchor of its own. */
const docsAddress = 'https://github.com/meshes-embed/meshes-embed/blob/main/docs/troubleshooting.md#';

/**
 * Makes a problem from the catalogue.
 *
 * @param seen - what was seen this time, in few words: a status, an origin, a duration. Never a secret.
 */
export function problemOf(code: ProblemCode, seen?: string): EmbedProblem {
  const [message, remedy] = problemCatalogue[code];
  return { code, message: seen ? `${message.slice(0, -1)} (${seen}).` : message, remedy, retryable: true, docs: docsAddress + code };
}
