import type { Cause } from './cause.ts';
import type { ProblemCode } from './codes.ts';
import { failed, freshLaunch, triedAgain } from './cures.ts';

/** What can come between a mount and an embed that is ready. */
export const launchProblems = {
  'backend-unreachable': {
    row: 'launch',
    seen: 'Your backend did not answer.',
    means:
      "Your session route did not answer at all: the network is gone, the server is down, or it does not allow requests from this page's origin. A browser does not tell these from each other.",
    remedy:
      "See the request in the network panel. Where endpoint is on another origin, the handler's allowedOrigins has to name this page, and allowedHeaders what the option headers sends.",
    cure: `${triedAgain} At once when the browser comes back online.`,
  },
  'backend-failed': {
    row: 'launch',
    seen: 'Your backend failed to give a session.',
    means:
      'Your session route answered with an error that may pass: 408, 425, 429 or 5xx, or with JSON that was cut. The status is in the message.',
    remedy:
      "Look at the route's answer in the network panel, and at its log. `npx @meshes-embed/doctor` checks a backend from its own side.",
    cure: triedAgain,
  },
  'backend-timeout': {
    row: 'launch',
    seen: 'Your backend took too long.',
    means: 'Your session route took more than 15 s, or your own function gave up waiting.',
    remedy: 'Look at what the route waits for; createSessionHandler bounds each call to Meshes to 10 s.',
    cure: triedAgain,
  },
  'not-authorized': {
    row: 'launch',
    seen: 'Your backend refused a session.',
    means:
      'Your session route answered 401 or 403: no one is signed in, or this user may not see the workspace. The status is in the message; at 401 the user is told to sign in.',
    remedy:
      'Sign the user in before the embed is mounted. Does the route see the cookie, and does authorize return something for this user?',
    cure: failed,
  },
  'not-found': {
    row: 'launch',
    seen: 'Your backend does not know this route, session or workspace.',
    means:
      'Your session route answered 404 itself: Meshes does not know the workspace, or your own function was answered 404.',
    remedy:
      'Compare endpoint with where the handler is mounted, and workspace_id with the workspaces of your organization.',
    cure: failed,
  },
  'endpoint-redirects': {
    row: 'launch',
    seen: 'Your session route redirects.',
    means:
      'It answered with a redirect, usually to a sign-in page because no one is signed in, or to the same address with or without a trailing slash. The browser does not tell where to.',
    remedy:
      'Sign the user in before the embed is mounted, answer 401 in place of a redirect, and give endpoint as the route is spelled.',
    cure: failed,
  },
  'endpoint-missing': {
    row: 'launch',
    seen: 'There is no session route at this address.',
    means:
      'It answered 404 without an error of the session handler, 405 or 501: a web server or another route answers there. Or endpoint is no address at all; the message says so.',
    remedy:
      "Compare endpoint with where the handler is mounted; the handler serves POST /sessions below it. Does the dev server's proxy pass it on?",
    cure: failed,
  },
  'endpoint-refuses': {
    row: 'launch',
    seen: 'Your session route refuses the request.',
    means:
      'It answered with a status of 400 to 499 that a further try cannot change, such as 400, 409, 413, 415 or 419. The status is in the message.',
    remedy:
      'See the answer in the network panel: a missing CSRF token belongs in the option headers, and the route has to take JSON.',
    cure: failed,
  },
  'endpoint-not-json': {
    row: 'launch',
    seen: 'Your session route answered with something that is not JSON.',
    means:
      'It answered with success and another type of content; the type is in the message, or that there was no content. Or your own function could not parse an answer. text/html mostly means that the route does not exist here, and a page stands in for it.',
    remedy:
      "Is the dev server's proxy set, and is endpoint the route of the session handler? Answer with the JSON of the session.",
    cure: failed,
  },
  'endpoint-blocked': {
    row: 'launch',
    seen: "This page's Content-Security-Policy blocks the call for a session.",
    means:
      "The browser told so: connect-src does not name the origin of endpoint, or 'self' where it is the page's own.",
    remedy: 'Add the origin of endpoint to connect-src, or to default-src where that stands in for it.',
    cure: failed,
  },
  'host-function-threw': {
    row: 'launch',
    seen: 'Your own function for sessions threw.',
    means:
      'fetchSession, refreshSession, headers or fetch of the options rejected, and neither with a status nor as a network does. A mistake in code, such as a TypeError, is reported as an uncaught error.',
    remedy:
      "See the error on the console, or `cause` of the problem. Reject with an Error that has the answer's status, or with the Response.",
    cure: failed,
  },
  'session-malformed': {
    row: 'launch',
    seen: 'Your backend gave something that is no session.',
    means:
      'Your session route answered with something that is no session. The message names the field that is missing, and those that came.',
    remedy:
      'Pass on what Meshes answered as it is: in snake_case, and wrapped in nothing. session_id, access_token and, for a launch, launch_url are indispensable.',
    cure: failed,
  },
  'launch-url-refused': {
    row: 'launch',
    seen: 'The launch URL was refused.',
    means: 'launch_url is not https, has a user name or password in it, or is no absolute address.',
    remedy:
      'Pass on the launch_url of Meshes as it is. Plain http passes on loopback only, where allowInsecureLocalhost is set.',
    cure: failed,
  },
  'launch-url-expired': {
    row: 'launch',
    seen: 'The launch URL was too old.',
    means: 'The launch URL was too old before it could be used: it lives 15 to 60 s.',
    remedy: 'Mint when the embed asks, and keep no session for later: not in rendered markup, not in a cache.',
    cure: freshLaunch,
  },
  'launch-url-reused': {
    row: 'launch',
    seen: 'The launch URL was used before.',
    means:
      'fetchSession gave the same launch_url twice. It is good for one launch: something keeps sessions, such as a cache of queries or of the browser.',
    remedy: "Mint a session for each call of fetchSession, and let no cache keep it: staleTime 0, `cache: 'no-store'`.",
    cure: failed,
  },
  'launch-blocked': {
    row: 'launch',
    seen: "This page's Content-Security-Policy blocks the embed.",
    means:
      "This page's Content-Security-Policy forbids the iframe. The browser told so, and nothing of the embed was loaded.",
    remedy: "Add the embed's origin to frame-src, or to child-src or default-src where that stands in for it.",
    cure: failed,
  },
  'cross-origin-isolated': {
    row: 'launch',
    seen: "This page's Cross-Origin-Embedder-Policy keeps the embed out.",
    means:
      'The browser told that it blocked the iframe, or the page is cross-origin isolated and the embed did not say ready. The policy blocks every iframe whose documents do not allow it.',
    remedy: 'Serve the page with the embed without Cross-Origin-Embedder-Policy.',
    cure: failed,
  },
  'ready-missing': {
    row: 'launch',
    seen: 'The embed did not report ready.',
    means:
      'The iframe was there, and meshes:ready did not come in time. From outside, these look the same: the launch URL was too old or used before; allowed_origins does not name this page; the embed is slow or down.',
    remedy:
      'Where fresh launches do not help, name the origin in the message in allowed_origins at mint, and look whether the embed is up.',
    cure: freshLaunch,
  },
  'embed-slow': {
    row: 'launch',
    seen: 'The document of the embed did not load in time.',
    means:
      'The iframe was given its address, and no load came for a minute: the line is slow, the embed is down, or in Firefox a Cross-Origin-Embedder-Policy of this page blocks it.',
    remedy: "Look at the iframe's request in the network panel.",
    cure: freshLaunch,
  },
  'outer-frame': {
    row: 'launch',
    seen: 'The embed loaded, has not said ready, and this page is itself in a frame.',
    means:
      'The embed may be framed only where allowed_origins names every page around it: this one and the outer ones. A launch URL that was used before looks the same from outside.',
    remedy: 'Name this page and each outer page in allowed_origins at mint. Their origins are in the message.',
    cure: freshLaunch,
  },
  'embed-blocked': {
    row: 'launch',
    seen: 'The embed was loaded again each time, and never reported ready.',
    means:
      'Each launch URL was fresh, something was loaded each time, and meshes:ready never came. From outside these look the same: allowed_origins of the mint does not name this page, or a page around it, so that frame-ancestors forbids the embed; or the embed itself is broken.',
    remedy:
      'Name the origin in the message in allowed_origins at mint: scheme, host and port, without a path. `npx @meshes-embed/doctor` checks that.',
    cure: 'Three fresh launches have been tried when it is told. It has ended in failed, and offers another try.',
  },
  'frame-reloaded': {
    row: 'launch',
    seen: 'The iframe was reloaded.',
    means:
      'The iframe loaded another document, which said nothing: the container was moved in the page, or the iframe was reloaded or given another address. A launch URL is good for one load.',
    remedy: 'Keep the container where it is (hide it instead), and do not touch the iframe.',
    cure: freshLaunch,
  },
  'frame-removed': {
    row: 'launch',
    seen: 'The iframe was removed from the page by another script.',
    means:
      'Another script took the iframe out of the page: it emptied the container, or a morphing library replaced what it did not know.',
    remedy:
      'Keep other scripts out of the container. `<meshes-embed>` has its iframe in its shadow root, where morphing libraries leave it.',
    cure: freshLaunch,
  },
  'embed-silent': {
    row: 'launch',
    seen: 'The iframe loaded a document that said nothing after it was given a token.',
    means:
      'The embed said ready and was given a token; then a document loaded, and nothing was heard for 10 s. The embed may have moved on to another page.',
    remedy:
      'Look at what the iframe shows. An embed that never says anything after its token is taken as it is the second time.',
    cure: 'One fresh launch. If the next one is silent, too, it is kept, and it is told.',
  },
  'host-loops': {
    row: 'launch',
    seen: 'Your page launched the embed more than 20 times in 10 s.',
    means: 'Your page mounted, relaunched or changed the page of the embed more than 20 times in 10 s.',
    remedy: 'Look for an effect that runs at each render, or a page that follows onPageChange and changes it again.',
    cure: 'Each further launch waits for 2 s. None is refused.',
  },
  'source-missing': {
    row: 'launch',
    seen: 'There is no endpoint to get a session from.',
    means: 'A session was needed, and there was neither an endpoint nor both functions.',
    remedy: 'Give endpoint, or fetchSession and refreshSession. They may come later: an embed without a source waits.',
    cure: triedAgain,
  },
  internal: {
    row: 'launch',
    seen: 'Something in the toolkit or in the page around it threw an exception.',
    means: 'An exception was thrown while the embed did something to the page. It is reported as an uncaught error.',
    remedy: 'See the error on the console: a browser extension, a patched DOM method, or a fault of the toolkit.',
    cure: failed,
  },
} satisfies Partial<Record<ProblemCode, Cause>>;
