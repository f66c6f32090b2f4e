import type { Cause } from './cause.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { failed, freshLaunch, triedAgain } from './cures.ts';

/** What can come between a mount and an embed that is ready. */
export const launchProblems = {
  'backend-unreachable': {
    symptom: 'launch',
    summary: 'Your backend did not answer.',
    explanation:
      "Your session route did not answer at all: the network is gone, the server is down, or it does not allow requests from this page's origin. A browser does not tell these from each other.",
    remedy:
      "See the request in the network panel. Where endpoint is on another origin, the handler's allowedOrigins has to name this page, and allowedHeaders what the option headers sends.",
    recovery: `${triedAgain} At once when the browser comes back online.`,
  },
  'backend-failed': {
    symptom: 'launch',
    summary: 'Your backend failed to give a session.',
    explanation:
      'Your session route answered with an error that may pass: 408, 425, 429 or 5xx, or with JSON that was cut. The status is in the message.',
    remedy:
      "Look at the route's answer in the network panel, and at its log. `npx @meshes-embed/doctor` checks a backend from its own side.",
    recovery: triedAgain,
  },
  'backend-timeout': {
    symptom: 'launch',
    summary: 'Your backend took too long.',
    explanation: 'Your session route took more than 15 s, or your own function gave up waiting.',
    remedy: 'Look at what the route waits for; createSessionHandler bounds each call to Meshes to 10 s.',
    recovery: triedAgain,
  },
  'not-authorized': {
    symptom: 'launch',
    summary: 'Your backend refused a session.',
    explanation:
      'Your session route answered 401 or 403: no one is signed in, or this user may not see the workspace. The status is in the message; at 401 the user is told to sign in.',
    remedy:
      'Sign the user in before the embed is mounted. Does the route see the cookie, and does authorize return something for this user?',
    recovery: failed,
  },
  'not-found': {
    symptom: 'launch',
    summary: 'Your backend does not know this route, session or workspace.',
    explanation:
      'Your session route answered 404 itself: Meshes does not know the workspace, or your own function was answered 404.',
    remedy:
      'Compare endpoint with where the handler is mounted, and workspace_id with the workspaces of your organization.',
    recovery: failed,
  },
  'endpoint-redirects': {
    symptom: 'launch',
    summary: 'Your session route redirects.',
    explanation:
      'It answered with a redirect, usually to a sign-in page because no one is signed in, or to the same address with or without a trailing slash. The browser does not tell where to.',
    remedy:
      'Sign the user in before the embed is mounted, answer 401 in place of a redirect, and give endpoint as the route is spelled.',
    recovery: failed,
  },
  'endpoint-missing': {
    symptom: 'launch',
    summary: 'There is no session route at this address.',
    explanation:
      'It answered 404 without an error of the session handler, 405 or 501: a web server or another route answers there. Or endpoint is no address that a route can have, as in a page that was opened as a file; the message says so.',
    remedy:
      "Compare endpoint with where the handler is mounted; the handler serves POST /sessions below it. Does the dev server's proxy pass it on?",
    recovery: failed,
  },
  'endpoint-refuses': {
    symptom: 'launch',
    summary: 'Your session route refuses the request.',
    explanation:
      'It answered with a status of 400 to 499 that a further try cannot change, such as 400, 409, 413, 415 or 419. The status is in the message.',
    remedy:
      'See the answer in the network panel: a missing CSRF token belongs in the option headers, and the route has to take JSON.',
    recovery: failed,
  },
  'endpoint-not-json': {
    symptom: 'launch',
    summary: 'Your session route answered with something that is not JSON.',
    explanation:
      'It answered with success and another type of content; the type is in the message, or that there was no content. Or your own function could not parse an answer. text/html mostly means that the route does not exist here, and a page stands in for it.',
    remedy:
      "Is the dev server's proxy set, and is endpoint the route of the session handler? Answer with the JSON of the session.",
    recovery: failed,
  },
  'endpoint-blocked': {
    symptom: 'launch',
    summary: "This page's Content-Security-Policy blocks the call for a session.",
    explanation:
      "The browser told so: connect-src does not name the origin of endpoint, or 'self' where it is the page's own.",
    remedy: 'Add the origin of endpoint to connect-src, or to default-src where that is used in its place.',
    recovery: failed,
  },
  'host-function-threw': {
    symptom: 'launch',
    summary: 'Your own function for sessions threw.',
    explanation:
      'fetchSession, refreshSession, headers or fetch of the options rejected, and neither with a status nor as a network does. A mistake in code, such as a TypeError, is reported as an uncaught error.',
    remedy:
      "See the error on the console, or `cause` of the problem. Reject with an Error that has the answer's status, or with the Response.",
    recovery: failed,
  },
  'session-malformed': {
    symptom: 'launch',
    summary: 'Your backend gave something that is no session.',
    explanation:
      'Your session route answered with something that is no session. The message names the field that is missing, and those that came.',
    remedy:
      'Pass on what Meshes answered as it is: in snake_case, and wrapped in nothing. session_id, access_token and, for a launch, launch_url are indispensable.',
    recovery: failed,
  },
  'launch-url-refused': {
    symptom: 'launch',
    summary: 'The launch URL was refused.',
    explanation:
      'launch_url is not https, has a user name or password in it, is no absolute address, or has over 8,192 characters.',
    remedy:
      'Pass on the launch_url of Meshes as it is. Plain http passes on loopback only, where allowInsecureLocalhost is set.',
    recovery: failed,
  },
  'launch-url-expired': {
    symptom: 'launch',
    summary: 'The launch URL was too old.',
    explanation: 'The launch URL was too old before it could be used: it lives 15 to 60 s.',
    remedy: 'Mint when the embed asks, and keep no session for later: not in rendered markup, not in a cache.',
    recovery: freshLaunch,
  },
  'launch-url-reused': {
    symptom: 'launch',
    summary: 'The launch URL was used before.',
    explanation:
      'fetchSession gave the same launch_url twice. It is good for one launch: something keeps sessions, such as a cache of queries or of the browser.',
    remedy: "Mint a session for each call of fetchSession, and let no cache keep it: staleTime 0, `cache: 'no-store'`.",
    recovery: failed,
  },
  'launch-blocked': {
    symptom: 'launch',
    summary: "This page's Content-Security-Policy blocks the embed.",
    explanation:
      "This page's Content-Security-Policy forbids the iframe. The browser told so, and nothing of the embed was loaded.",
    remedy: "Add the embed's origin to frame-src, or to child-src or default-src where that is used in its place.",
    recovery: failed,
  },
  'cross-origin-isolated': {
    symptom: 'launch',
    summary: "This page's Cross-Origin-Embedder-Policy keeps the embed out.",
    explanation:
      'The browser told that it blocked the iframe, or the page is cross-origin isolated and the embed did not load or say ready. The policy blocks every iframe whose documents do not allow it.',
    remedy: 'Serve the page with the embed without Cross-Origin-Embedder-Policy.',
    recovery: failed,
  },
  'ready-missing': {
    symptom: 'launch',
    summary: 'The embed did not report ready.',
    explanation:
      'The iframe was there, and meshes:ready did not come in time. From outside, these look the same: the launch URL was too old or used before; allowed_origins does not name this page; the embed is slow or down.',
    remedy:
      'Where fresh launches do not help, name the origin in the message in allowed_origins at mint, and look whether the embed is up.',
    recovery: freshLaunch,
  },
  'embed-slow': {
    symptom: 'launch',
    summary: 'The document of the embed did not load in time.',
    explanation:
      'The iframe was given its address, and no load came for a minute: the line is slow, the embed is down, or in Firefox a Cross-Origin-Embedder-Policy of this page blocks it.',
    remedy: "Look at the iframe's request in the network panel.",
    recovery: freshLaunch,
  },
  'outer-frame': {
    symptom: 'launch',
    summary: 'The embed loaded, has not said ready, and this page is itself in a frame.',
    explanation:
      'The embed may be framed only where allowed_origins names every page around it: this one and the outer ones. A launch URL that was used before looks the same from outside.',
    remedy: 'Name this page and each outer page in allowed_origins at mint. Their origins are in the message.',
    recovery: freshLaunch,
  },
  'embed-blocked': {
    symptom: 'launch',
    summary: 'The embed was loaded again each time, and never reported ready.',
    explanation:
      'Each launch URL was fresh, something was loaded each time, and meshes:ready never came. From outside these look the same: allowed_origins of the mint does not name this page, or a page around it, so that frame-ancestors forbids the embed; or the embed itself is broken.',
    remedy:
      'Name the origin in the message in allowed_origins at mint: scheme, host and port, without a path. `npx @meshes-embed/doctor` checks that.',
    recovery: 'Three fresh launches have been tried when it is told. It has ended in failed, and offers another try.',
  },
  'frame-reloaded': {
    symptom: 'launch',
    summary: 'The iframe was reloaded.',
    explanation:
      'The iframe loaded another document, which said nothing: the container was moved in the page, or the iframe was reloaded or given another address. A launch URL is good for one load.',
    remedy: 'Keep the container where it is (hide it instead), and do not touch the iframe.',
    recovery: freshLaunch,
  },
  'frame-removed': {
    symptom: 'launch',
    summary: 'The iframe was removed from the page by another script.',
    explanation:
      'Another script took the iframe out of the page: it emptied the container, or a morphing library replaced what it did not know.',
    remedy:
      'Keep other scripts out of the container. `<meshes-embed>` has its iframe in its shadow root, where morphing libraries leave it.',
    recovery: freshLaunch,
  },
  'embed-silent': {
    symptom: 'launch',
    summary: 'The iframe loaded a document that said nothing after it was given a token.',
    explanation:
      'The embed said ready and was given a token; then a document loaded, and nothing was heard for 10 s. The embed may have moved on to another page.',
    remedy:
      'Look at what the iframe shows. An embed that never says anything after its token is taken as it is the second time.',
    recovery: 'One fresh launch. If the next one is silent, too, it is kept, and it is told.',
  },
  'host-loops': {
    symptom: 'launch',
    summary: 'Your page launched the embed more than 20 times in 10 s.',
    explanation: 'Your page mounted, relaunched or changed the page of the embed more than 20 times in 10 s.',
    remedy: 'Look for an effect that runs at each render, or a page that follows onPageChange and changes it again.',
    recovery: 'Each further launch waits for 2 s. None is refused.',
  },
  'source-missing': {
    symptom: 'launch',
    summary: 'There is no endpoint to get a session from.',
    explanation: 'A session was needed, and there was neither an endpoint nor both functions.',
    remedy: 'Give endpoint, or fetchSession and refreshSession. They may come later: an embed without a source waits.',
    recovery: triedAgain,
  },
  internal: {
    symptom: 'launch',
    summary: 'Something in the toolkit or in the page around it threw an exception.',
    explanation:
      'An exception was thrown while the embed did something to the page. It is reported as an uncaught error.',
    remedy: 'See the error on the console: a browser extension, a patched DOM method, or a fault of the toolkit.',
    recovery: failed,
  },
} satisfies Partial<Record<ProblemCode, Cause>>;
