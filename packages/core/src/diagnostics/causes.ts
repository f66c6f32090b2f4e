import type { Cause } from './cause.ts';
import type { CauseCode, ProblemCode } from './codes.ts';
import { findings } from './findings.ts';
import { problemCatalogue } from './problems.ts';

const triedAgain = 'It is tried again by itself, later each time (at most a minute) and no sooner than Retry-After says.';
const failed = 'Nothing: it ends in failed, and offers another try.';
const freshLaunch = 'A fresh session is launched, up to three times in a row; then it ends in failed.';

const problems: Readonly<Record<ProblemCode, Omit<Cause, 'seen'>>> = {
  'backend-unreachable': {
    row: 'launch',
    means: 'Your session route did not answer at all: the network is gone, the address is wrong, or the server is down.',
    remedy: 'Check the network, the address in endpoint, and that the route allows requests from this page.',
    cure: `${triedAgain} At once when the browser comes back online.`,
  },
  'backend-failed': {
    row: 'launch',
    means: 'Your session route answered with an error that may pass: 400, 429 or 5xx. The status is in the message.',
    remedy: "Look at the route's answer in the network panel, and at its log. meshes-doctor checks a backend from its own side.",
    cure: triedAgain,
  },
  'backend-timeout': {
    row: 'launch',
    means: 'Your session route took more than 15 s.',
    remedy: 'Look at what the route waits for; createSessionHandler bounds each call to Meshes to 10 s.',
    cure: triedAgain,
  },
  'not-authorized': {
    row: 'launch',
    means: 'Your session route answered 401 or 403: no one is signed in, or this user may not see the workspace.',
    remedy: 'Sign the user in before the embed is mounted. Does the route see the cookie, and does authorize return something for this user?',
    cure: failed,
  },
  'not-found': {
    row: 'launch',
    means: 'Your session route answered 404: the route is not there, or Meshes does not know the workspace.',
    remedy: 'Compare endpoint with where the handler is mounted, and workspace_id with the workspaces of your organization.',
    cure: failed,
  },
  'session-malformed': {
    row: 'launch',
    means: 'Your session route answered with something that is no session. The message names the field.',
    remedy: 'Pass on what Meshes answered as it is. session_id, access_token and, for a launch, launch_url are indispensable.',
    cure: failed,
  },
  'launch-url-refused': {
    row: 'launch',
    means: 'launch_url is not https, has a user name or password in it, or is no absolute address.',
    remedy: 'Pass on the launch_url of Meshes as it is. Plain http passes on loopback only, where allowInsecureLocalhost is set.',
    cure: failed,
  },
  'launch-url-expired': {
    row: 'launch',
    means: 'The launch URL was too old before it could be used: it lives 15 to 60 s.',
    remedy: 'Mint when the embed asks, and keep no session for later: not in rendered markup, not in a cache.',
    cure: freshLaunch,
  },
  'launch-blocked': {
    row: 'launch',
    means: "This page's Content-Security-Policy forbids the iframe. The browser told so, and nothing of the embed was loaded.",
    remedy: "Add the embed's origin to frame-src, or to child-src or default-src where that stands in for it.",
    cure: failed,
  },
  'ready-missing': {
    row: 'launch',
    means:
      'The iframe was there, and meshes:ready did not come in time. From outside, these look the same: the launch URL was too old or used before; allowed_origins does not name this page; the embed is slow or down.',
    remedy: 'Where fresh launches do not help, name the origin in the message in allowed_origins at mint, and look whether the embed is up.',
    cure: freshLaunch,
  },
  'embed-blocked': {
    row: 'launch',
    means:
      'Each launch URL was fresh, something was loaded each time, and meshes:ready never came. Most likely this page may not show the embed: allowed_origins of the mint does not name its origin, so that frame-ancestors forbids it. A broken embed looks the same from outside.',
    remedy: 'Name the origin in the message in allowed_origins at mint: scheme, host and port, without a path. meshes-doctor --origin checks that.',
    cure: 'Three fresh launches have been tried when it is told. It has ended in failed, and offers another try.',
  },
  'frame-reloaded': {
    row: 'launch',
    means: 'The iframe loaded another document, which said nothing: the container was moved in the page, or the iframe was reloaded or given another address. A launch URL is good for one load.',
    remedy: 'Keep the container where it is (hide it instead), and do not touch the iframe.',
    cure: freshLaunch,
  },
  'token-malformed': {
    row: 'authentication',
    means: 'access_token is missing, empty, no text, or longer than 8 kB. Nothing was sent to the embed.',
    remedy: 'Pass on the access_token of Meshes as it is, from the mint and from each refresh.',
    cure: failed,
  },
  'token-stale': {
    row: 'stale-token',
    means: 'The embed asked for a newer token with most of its life left: its own was refused, as after a refresh elsewhere.',
    remedy: 'Refresh a session from one place only, and send each newer token to the embed that uses it.',
    cure: 'One refresh in place. Where the next token is refused as well, further ones follow later each time.',
  },
  'session-revoked': {
    row: 'stale-token',
    means: 'The refresh was answered with 409: the session was revoked, and its tokens are refused from then on.',
    remedy: 'Launch a fresh session, if the user may still have one.',
    cure: failed,
  },
  'refresh-refused': {
    row: 'stale-token',
    means: 'The refresh was answered with 401, 403, 404 or 410: the grant is over or of another user, the user signed out, or Meshes does not know the session.',
    remedy: 'Does the refresh route see the same user as the mint did? Send the grant back that came with the session.',
    cure: 'One fresh launch, unless it was 403: the route decides again. If that is refused, it ends in failed.',
  },
  'session-differs': {
    row: 'stale-token',
    means: 'A refresh answered with another session_id. A refresh is in place: the logical session stays the same.',
    remedy: 'Call refresh for the session that was asked for; a mint in its place makes a session that the iframe does not have.',
    cure: freshLaunch,
  },
  'frame-removed': {
    row: 'launch',
    means: 'Another script took the iframe out of the page: it emptied the container, or a morphing library replaced what it did not know.',
    remedy: 'Keep other scripts out of the container. `<meshes-embed>` has its iframe in its shadow root, where morphing libraries leave it.',
    cure: freshLaunch,
  },
  'embed-silent': {
    row: 'launch',
    means: 'The embed said ready and was given a token; then a document loaded, and nothing was heard for 10 s. The embed may have moved on to another page.',
    remedy: 'Look at what the iframe shows. An embed that never says anything after its token is taken as it is the second time.',
    cure: 'One fresh launch. If the next one is silent, too, it is kept, and it is told.',
  },
  'calls-spent': {
    row: 'stale-token',
    means: 'The embed recovered 6 times, or refreshed its token 12 times, within 10 minutes, and no one asked for it.',
    remedy: 'Look for what reloads or removes the iframe, or makes its tokens stale.',
    cure: 'It waits until the ten minutes are over, and goes on by itself. A step of the user is taken at once.',
  },
  'host-loops': {
    row: 'launch',
    means: 'Your page mounted, relaunched or changed the page of the embed more than 20 times in 10 s.',
    remedy: 'Look for an effect that runs at each render, or a page that follows onPageChange and changes it again.',
    cure: 'Each further launch waits for 2 s. None is refused.',
  },
  'page-unknown': {
    row: 'no-data',
    means: 'The option page has a value that is no page of the embed. It often comes from an address that was mistyped.',
    remedy: 'Check the value before you pass it on: dashboard, connections, rules or events.',
    cure: 'The dashboard is launched in its place.',
  },
  'source-missing': {
    row: 'launch',
    means: 'A session was needed, and there was neither an endpoint nor both functions.',
    remedy: 'Give endpoint, or fetchSession and refreshSession. They may come later: an embed without a source waits.',
    cure: triedAgain,
  },
  internal: {
    row: 'launch',
    means: 'An exception was thrown while the embed did something to the page. It is reported as an uncaught error.',
    remedy: 'See the error on the console: a browser extension, a patched DOM method, or a fault of the toolkit.',
    cure: failed,
  },
  'page-refused': {
    row: 'no-data',
    means: 'The page is not part of the embed, or not of the type of the session: a resource session has no connections, a dashboard session has only the dashboard.',
    remedy: 'Offer the pages that the session may see, or mint a session of another type.',
    cure: "The session's first page, the dashboard, is launched in its place.",
  },
  'height-loop': {
    row: 'resize',
    means: 'The height keeps turning, or grows with each height that is applied, without coming to rest: something around the embed gives its own height back to it.',
    remedy: 'Let the container grow with its content; give it no height, no flex-shrink and no aspect-ratio.',
    cure: 'The height is held at the greatest one seen, and the embed scrolls inside; once no other height is reported for a while, the last one is applied.',
  },
};

const entries = Object.entries(problems) as [ProblemCode, Omit<Cause, 'seen'>][];

/** Every cause that the toolkit can name, with what it means, what to do, and what the toolkit does by itself. */
export const causes = {
  ...Object.fromEntries(entries.map(([code, cause]) => [code, { seen: problemCatalogue[code][0], ...cause }])),
  ...findings,
} as Readonly<Record<CauseCode, Cause>>;
