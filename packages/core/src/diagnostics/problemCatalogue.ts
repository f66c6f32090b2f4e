import type { Cause } from './cause.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { failed, freshLaunch, triedAgain } from './cures.ts';
import { launchProblems } from './launchProblems.ts';

/**
 * Every problem that an embed can run into, in words for the developer: what was seen, what that usually means, what to
 * do, and what the toolkit does by itself. The wording follows contract §8 where that names a cause. What can only be
 * found by looking, such as a style that overrules the height, is in `findings.ts`.
 */
export const problemCatalogue: Readonly<Record<ProblemCode, Cause>> = {
  ...launchProblems,
  'token-malformed': {
    symptom: 'authentication',
    summary: 'Your backend gave no usable access_token.',
    explanation: 'access_token is missing, empty, no text, or longer than 8 kB. Nothing was sent to the embed.',
    remedy: 'Pass on the access_token of Meshes as it is, from the mint and from each refresh.',
    recovery: failed,
  },
  'token-stale': {
    symptom: 'stale-token',
    summary: 'The embed asked for a newer token early.',
    explanation:
      'The embed asked for a newer token with most of its life left: its own was refused, as after a refresh elsewhere.',
    remedy: 'Refresh a session from one place only, and send each newer token to the embed that uses it.',
    recovery: 'One refresh in place. Where the next token is refused as well, further ones follow later each time.',
  },
  'session-revoked': {
    symptom: 'stale-token',
    summary: 'The session was ended.',
    explanation: 'The refresh was answered with 409: the session was revoked, and its tokens are refused from then on.',
    remedy: 'Launch a fresh session, if the user may still have one.',
    recovery: failed,
  },
  'refresh-refused': {
    symptom: 'stale-token',
    summary: 'Your backend refused a newer token.',
    explanation:
      'The refresh was answered with 401, 403, 404 or 410: the grant is over or of another user, the user signed out, or Meshes does not know the session.',
    remedy: 'Does the refresh route see the same user as the mint did? Send the grant back that came with the session.',
    recovery: 'One fresh launch, unless it was 403: the route decides again. If that is refused, it ends in failed.',
  },
  'token-unchanged': {
    symptom: 'stale-token',
    summary: 'A refresh gave the same token again.',
    explanation: 'Meshes gives a new token at each refresh: a cache or a proxy replays an old answer.',
    remedy: 'Answer with `Cache-Control: no-store`, and refresh the session at Meshes for each call.',
    recovery: triedAgain,
  },
  'session-differs': {
    symptom: 'stale-token',
    summary: 'A refresh gave another session.',
    explanation:
      'A refresh answered with another session_id. A refresh is in place: the logical session stays the same.',
    remedy:
      'Call refresh for the session that was asked for; a mint in its place makes a session that the iframe does not have.',
    recovery: freshLaunch,
  },
  'calls-spent': {
    symptom: 'stale-token',
    summary: 'The embed recovered 6 times, or refreshed 12 times, in 10 minutes.',
    explanation:
      'The embed recovered 6 times, or refreshed its token 12 times, within 10 minutes, and no one asked for it.',
    remedy: 'Look for what reloads or removes the iframe, or makes its tokens stale.',
    recovery: 'It waits until the ten minutes are over, and goes on by itself. A step of the user is taken at once.',
  },
  'page-unknown': {
    symptom: 'no-data',
    summary: 'The option page is no page of the embed: the dashboard is launched.',
    explanation:
      'The option page has a value that is no page of the embed. It often comes from an address that was mistyped.',
    remedy: 'Check the value before you pass it on: dashboard, connections, rules or events.',
    recovery: 'The dashboard is launched in its place.',
  },
  'page-refused': {
    symptom: 'no-data',
    summary: 'Your backend refused this page.',
    explanation:
      'The page is not part of the embed, or not of the type of the session: a resource session has no connections, a dashboard session has only the dashboard.',
    remedy: 'Offer the pages that the session may see, or mint a session of another type.',
    recovery: "The session's first page, the dashboard, is launched in its place.",
  },
  'height-loop': {
    symptom: 'resize',
    summary: "The embed's height kept changing and was held.",
    explanation:
      'The height keeps turning, or grows with each height that is applied, without coming to rest: something around the embed gives its own height back to it.',
    remedy: 'Let the container grow with its content; give it no height, no flex-shrink and no aspect-ratio.',
    recovery:
      'The height is held at the greatest one seen, and the embed scrolls inside; once no other height is reported for a while, the last one is applied.',
  },
};
