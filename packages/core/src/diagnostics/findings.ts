import type { Cause } from './cause.ts';
import type { FindingCode } from './codes.ts';

const told = 'Nothing is changed: it is told, and the embed stays in use.';

/** The causes that only a look at the page and the session finds. */
export const findings: Readonly<Record<FindingCode, Cause>> = {
  'life-assumed': {
    row: 'authentication',
    seen: 'The session does not tell how long its token lives.',
    means:
      'expires_in and expires_at are both missing, so that the shortest life, 300 s, is assumed and the token is refreshed too often.',
    remedy: 'Pass on expires_in and expires_at as Meshes sends them.',
    cure: 'The token is refreshed as if it lived 300 s.',
  },
  'refresh-failing': {
    row: 'stale-token',
    seen: 'A refresh failed, and the token is still good.',
    means: 'Your refresh route fails or cannot be reached; the problem that was told at the time says how.',
    remedy: "Look at the refresh route's answer in the network panel.",
    cure: 'It is tried again by itself, later each time and no later than the end of the token; then a fresh session is launched.',
  },
  'workspace-differs': {
    row: 'no-data',
    seen: 'The session is of another workspace than the page expects.',
    means: 'The backend chose another workspace for this user than the page shows.',
    remedy: 'Compare workspace_id of what authorize returns with expected.workspaceId.',
    cure: told,
  },
  'role-differs': {
    row: 'no-data',
    seen: 'The session has another role than the page expects.',
    means: 'The backend gave this user another role, which may not see what is missed.',
    remedy: 'Compare role of what authorize returns with expected.role.',
    cure: told,
  },
  'height-missing': {
    row: 'resize',
    seen: 'The embed has been live for 5 s and has not reported its height.',
    means: 'The embed sends no meshes:resize, or shows nothing whose height it could tell.',
    remedy: 'Choose a minHeight that leaves room enough; look whether the embed itself shows its page.',
    cure: 'The least height stands, and the embed scrolls inside.',
  },
  'height-overruled': {
    row: 'resize',
    seen: 'The iframe does not leave its document the height that it was given.',
    means:
      'A style sheet of the page sets the height of iframes with !important, or a script writes their height, padding or border.',
    remedy: 'Exempt the iframe in the container from that.',
    cure: told,
  },
  'minimum-too-small': {
    row: 'resize',
    seen: 'minHeight is below 200 CSS px, and the embed has not reported a height.',
    means: 'Until the embed reports its height there is next to nothing to be seen.',
    remedy: 'Leave minHeight at its default of 480, or choose one that shows a useful part of the page.',
    cure: told,
  },
  'container-hidden': {
    row: 'resize',
    seen: 'The container is not shown, or has no width.',
    means:
      'The embed runs in a place that no one sees: a closed tab or panel, or a flex or grid item that was squeezed to nothing.',
    remedy: 'Show it, and give the container a width. A hidden embed stays live.',
    cure: told,
  },
  'insecure-context': {
    row: 'launch',
    seen: 'The page is not a secure context.',
    means:
      'It is served by plain http from elsewhere than this machine: browsers withhold what sign-ins and the embed may need.',
    remedy: 'Serve the page by https.',
    cure: told,
  },
};
