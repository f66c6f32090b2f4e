import type { DiagnosticCode, Symptom } from '../problem/codes.ts';

/** Each failure in the words that people search for (contract §8, symptoms). */
export const symptomTitles: Readonly<Record<Symptom, string>> = {
  launch: 'Invalid or expired embed launch token',
  authentication: 'Authentication required',
  'stale-token': 'Stale-token 401',
  'no-data': 'Iframe appears but no workspace data loads',
  resize: 'Iframe does not resize correctly',
};

/** What each check asks. What to do where it failed stands with its cause, in `causes`. */
export const checkTitles: Readonly<Record<DiagnosticCode, string>> = {
  'session-given': 'the backend gave a session',
  'ready-came': 'the embed reported ready',
  'frame-kept': 'the iframe was not reloaded',
  'page-fit': 'the page is one that the embed can run in',
  'token-given': 'the session has a token that can be sent',
  'token-sent': 'the token was sent after ready',
  'token-life-known': "the session tells its token's life",
  'token-fresh': 'the embed takes the tokens that it is sent',
  'refresh-works': 'the token can be refreshed',
  'calls-left': 'sessions are asked for in moderation',
  'workspace-expected': 'the session is of the expected workspace',
  'role-expected': 'the session has the expected role',
  'page-allowed': 'the session may see the page',
  'embed-spoke': 'the embed said where it is',
  'heights-came': 'the embed reported its height',
  'height-applied': 'the iframe is as high as it was made',
  'minimum-sensible': 'the least height shows something',
  'container-shown': 'the container is shown',
  'height-settled': 'the height came to rest',
};
