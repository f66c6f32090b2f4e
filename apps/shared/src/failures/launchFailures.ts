import type { Failure } from './failure.ts';
import { insecureHost } from './insecureHost.ts';

const shared = { row: 'launch', at: 'launch' } as const;

/** Why a launch may not succeed. */
export const launchFailures: readonly Failure[] = [
  {
    ...shared,
    code: 'launch-url-expired',
    title: 'The launch URL was kept too long',
    happens:
      'The backend answers with a session whose launch URL has ended: it is not used, and a fresh one is asked for.',
    ends: 'cured',
    by: { answer: { name: 'launch-url-expired', times: 1 } },
  },
  {
    ...shared,
    code: 'ready-missing',
    title: 'The embed stays silent',
    happens:
      'Meshes refuses the launch token, so that the embed never says ready; after 15 s a fresh session is launched.',
    ends: 'cured',
    by: { faults: [{ fault: 'launch-expired', times: 1 }] },
  },
  {
    ...shared,
    code: 'frame-reloaded',
    title: 'The iframe is reloaded',
    happens:
      'A live iframe loads its document again, with a launch URL that is spent; after 3 s a fresh session is launched.',
    ends: 'cured',
    at: 'live',
    by: { faults: [{ fault: 'reload-frame', times: 1 }] },
  },
  {
    ...shared,
    code: 'embed-blocked',
    title: 'This page may not frame the embed',
    happens: "The embed's frame-ancestors names another origin: four launches load and stay silent, then it ends.",
    ends: 'failed',
    by: { faults: [{ fault: 'frame-ancestors', value: 'https://other.example.com' }] },
  },
  {
    ...shared,
    code: 'launch-blocked',
    title: "This page's own policy forbids the iframe",
    happens: 'A Content-Security-Policy of the page names no origin but its own: the browser tells so at once.',
    ends: 'failed',
    by: { policy: "frame-src 'self'" },
  },
  {
    ...shared,
    code: 'launch-url-refused',
    title: 'The launch URL has no scheme',
    happens: 'The backend answers with a launch URL that has lost its scheme: nothing is loaded.',
    ends: 'failed',
    by: { answer: { name: 'launch-url-refused' } },
  },
  {
    ...shared,
    code: 'session-malformed',
    title: 'A field of the session is missing',
    happens: 'The backend leaves session_id out of its answer.',
    ends: 'failed',
    by: { answer: { name: 'session-malformed' } },
  },
  {
    ...shared,
    code: 'not-authorized',
    title: 'No one is signed in',
    happens: 'The backend answers 401, and no other try is made.',
    ends: 'failed',
    by: { answer: { name: 'not-authorized' } },
  },
  {
    ...shared,
    code: 'not-found',
    title: 'The workspace is unknown',
    happens: 'The backend answers 404 and says that it does not know the workspace; no other try is made.',
    ends: 'failed',
    by: { answer: { name: 'not-found' } },
  },
  {
    ...shared,
    code: 'endpoint-redirects',
    title: 'The route redirects to a sign-in page',
    happens: 'The backend answers with a redirect, as where no one is signed in: the user is asked to sign in again.',
    ends: 'failed',
    by: { answer: { name: 'endpoint-redirects' } },
  },
  {
    ...shared,
    code: 'endpoint-missing',
    title: 'A web server answers in place of the route',
    happens: 'The answer is 405, as where no route takes a POST, and no other try is made.',
    ends: 'failed',
    by: { answer: { name: 'endpoint-missing' } },
  },
  {
    ...shared,
    code: 'endpoint-refuses',
    title: 'The route refuses the request',
    happens: 'A guard against forged requests answers 419: a token is missing, and no other try is made.',
    ends: 'failed',
    by: { answer: { name: 'endpoint-refuses' } },
  },
  {
    ...shared,
    code: 'endpoint-not-json',
    title: 'A page answers in place of the route',
    happens: 'The answer is a page of HTML, as of a dev server whose proxy is not set.',
    ends: 'failed',
    by: { answer: { name: 'endpoint-not-json' } },
  },
  {
    ...shared,
    code: 'endpoint-blocked',
    title: "This page's own policy forbids the call",
    happens:
      'A Content-Security-Policy of the page does not name the route in connect-src: the browser tells so at once.',
    ends: 'failed',
    by: { policy: 'connect-src data:' },
  },
  {
    ...shared,
    code: 'backend-failed',
    title: 'Meshes fails for a moment',
    happens: 'A mint fails with 503; the page tries again.',
    ends: 'cured',
    by: { faults: [{ fault: 'mint-status', status: 503, times: 1 }] },
  },
  {
    ...shared,
    code: 'backend-timeout',
    title: 'The backend does not answer in time',
    happens: 'The first request for a session is never answered; after 15 s another one is made.',
    ends: 'cured',
    by: { answer: { name: 'backend-timeout', times: 1 } },
  },
  {
    ...shared,
    code: 'backend-unreachable',
    title: 'The backend cannot be reached',
    happens: 'Sessions are asked for where nothing listens: again and again, until everything is put right.',
    ends: 'cured',
    // A port that no browser opens, so that nothing of this machine is asked.
    by: { options: { endpoint: 'http://127.0.0.1:9/api/meshes' } },
  },
  {
    ...shared,
    code: 'cross-origin-isolated',
    title: 'The page is cross-origin isolated',
    happens: 'The page is loaded again with Cross-Origin-Embedder-Policy, under which the browser shows no embed.',
    ends: 'failed',
    by: { address: 'isolated=yes' },
  },
  {
    ...shared,
    code: 'insecure-context',
    title: 'The page is served by plain http',
    happens:
      'The page is loaded again under a host name that browsers do not call secure; the embed is live all the same.',
    ends: 'told',
    by: { host: insecureHost },
  },
];
