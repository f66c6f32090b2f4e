import type { ProblemCode } from './codes.ts';
import { problemInBrief, type EmbedProblem } from './problem.ts';

const backend = "See your session route's answer in the network panel";

/**
 * Every problem that an embed can run into, in words for the developer: what was seen, and what to do. The wording
 * follows contract §8 where that names a cause. What can only be found by looking, such as a style that overrules the
 * height, is in `causes.ts` besides.
 */
export const problemCatalogue: Readonly<Record<ProblemCode, readonly [message: string, remedy: string]>> = {
  'backend-unreachable': ['Your backend did not answer.', 'Check the network, and that your session route runs.'],
  'backend-failed': ['Your backend failed to give a session.', `${backend}.`],
  'backend-timeout': ['Your backend took too long.', `${backend}.`],
  'not-authorized': ['Your backend refused a session.', `${backend}: is the user signed in?`],
  'not-found': ['Your backend does not know this route, session or workspace.', 'Check the endpoint and the workspace.'],
  'page-refused': ['Your backend refused this page.', 'Launch one that the type of the session has.'],
  'refresh-refused': ['Your backend refused a newer token.', `${backend}.`],
  'session-revoked': ['The session was ended.', 'Launch a fresh session.'],
  'session-malformed': ['Your backend gave something that is no session.', 'Pass on the answer of Meshes as it is.'],
  'session-differs': ['A refresh gave another session.', 'Refresh the session that was asked for.'],
  'token-malformed': ['Your backend gave no usable access_token.', 'Pass on the answer of Meshes as it is.'],
  'token-stale': ['The embed asked for a newer token early.', 'Send each refreshed token; refresh from one place only.'],
  'launch-url-refused': ['The launch URL was refused.', 'Pass on the launch_url of Meshes as it is.'],
  'launch-url-expired': ['The launch URL was too old.', 'Mint a fresh session for each launch.'],
  'launch-blocked': ["This page's Content-Security-Policy blocks the embed.", 'Add its origin to frame-src.'],
  'ready-missing': ['The embed did not report ready.', 'Name this page in allowed_origins; use a fresh launch URL.'],
  'embed-blocked': ['The embed was loaded again each time, and never reported ready.', 'Name this page in allowed_origins.'],
  'frame-reloaded': ['The iframe was reloaded.', 'Do not move the container or touch the iframe.'],
  'frame-removed': ['The iframe was removed from the page by another script.', 'Keep other scripts out of the container.'],
  'embed-silent': ['The iframe loaded a document that said nothing after it was given a token.', 'Find out what the iframe shows.'],
  'calls-spent': ['The embed recovered 6 times, or refreshed 12 times, in 10 minutes.', 'Find what reloads, removes or refreshes it.'],
  'host-loops': ['Your page launched the embed more than 20 times in 10 s.', 'Find what mounts it, relaunches it or changes its page.'],
  'page-unknown': ['The option page is no page of the embed: the dashboard is launched.', 'Give dashboard, connections, rules or events.'],
  'source-missing': ['There is no endpoint to get a session from.', 'Give endpoint, or fetchSession and refreshSession.'],
  internal: ['Something in the toolkit or in the page around it threw an exception.', 'See the uncaught error on the console.'],
  'height-loop': ["The embed's height kept changing and was held.", 'Let the container grow freely.'],
};

/**
 * Makes a problem, in the words of the catalogue.
 *
 * @param seen - what was seen this time, in few words: a status, an origin, a duration. Never a secret.
 */
export function problemOf(code: ProblemCode, seen?: string): EmbedProblem {
  const [message, remedy] = problemCatalogue[code];
  return { ...problemInBrief({ code }), message: seen ? `${message.slice(0, -1)} (${seen}).` : message, remedy };
}
