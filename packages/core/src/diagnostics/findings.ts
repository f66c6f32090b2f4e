import type { Cause } from './cause.ts';
import type { FindingCode } from '../problem/codes.ts';

const told = 'Nothing is changed: it is told, and the embed stays in use.';

/** The causes that only a look at the page and the session finds. */
export const findings: Readonly<Record<FindingCode, Cause>> = {
  'life-assumed': {
    symptom: 'authentication',
    summary: 'The session does not tell how long its token lives.',
    explanation:
      'expires_in and expires_at are both missing, so that the shortest life, 300 s, is assumed and the token is refreshed too often.',
    remedy: 'Pass on expires_in and expires_at as Meshes sends them.',
    recovery: 'The token is refreshed as if it lived 300 s.',
  },
  'refresh-failing': {
    symptom: 'stale-token',
    summary: 'A refresh failed, and the token is still good.',
    explanation: 'Your refresh route fails or cannot be reached; the problem that was told at the time says how.',
    remedy: "Look at the refresh route's answer in the network panel.",
    recovery:
      'It is tried again by itself, later each time and no later than the end of the token; then a fresh session is launched.',
  },
  'workspace-differs': {
    symptom: 'no-data',
    summary: 'The session is of another workspace than the page expects.',
    explanation: 'The backend chose another workspace for this user than the page shows.',
    remedy: 'Compare workspace_id of what authorize returns with expected.workspaceId.',
    recovery: told,
  },
  'role-differs': {
    symptom: 'no-data',
    summary: 'The session has another role than the page expects.',
    explanation: 'The backend gave this user another role, which may not see what is missed.',
    remedy: 'Compare role of what authorize returns with expected.role.',
    recovery: told,
  },
  'height-missing': {
    symptom: 'resize',
    summary: 'The embed has been live for 5 s and has not reported its height.',
    explanation: 'The embed sends no meshes:resize, or shows nothing whose height it could tell.',
    remedy: 'Choose a minHeight that leaves room enough; look whether the embed itself shows its page.',
    recovery: 'The least height stands, and the embed scrolls inside.',
  },
  'height-overruled': {
    symptom: 'resize',
    summary: 'The iframe does not leave its document the height that it was given.',
    explanation:
      'A style sheet of the page sets the height of iframes with !important, or a script writes their height, padding or border.',
    remedy: 'Exempt the iframe in the container from that.',
    recovery: told,
  },
  'minimum-too-small': {
    symptom: 'resize',
    summary: 'minHeight is below 200 CSS px, and the embed has not reported a height.',
    explanation: 'Until the embed reports its height there is next to nothing to be seen.',
    remedy: 'Leave minHeight at its default of 480, or choose one that shows a useful part of the page.',
    recovery: told,
  },
  'container-hidden': {
    symptom: 'resize',
    summary: 'The container is not shown, or has no width.',
    explanation:
      'The embed runs in a place that no one sees: a closed tab or panel, or a flex or grid item that was squeezed to nothing.',
    remedy: 'Show it, and give the container a width. A hidden embed stays live.',
    recovery: told,
  },
  'insecure-context': {
    symptom: 'launch',
    summary: 'The page is not a secure context.',
    explanation:
      'It is served by plain http from elsewhere than this machine: browsers withhold what sign-ins and the embed may need.',
    remedy: 'Serve the page by https.',
    recovery: told,
  },
};
