import type { DiagnosticCode, DiagnosticRow } from './diagnose.ts';

/** Each failure in the words that people search for (contract §8, symptoms). */
export const rowTitles: Readonly<Record<DiagnosticRow, string>> = {
  launch: 'Invalid or expired embed launch token',
  authentication: 'Authentication required',
  'stale-token': 'Stale-token 401',
  'no-data': 'Iframe appears but no workspace data loads',
  resize: 'Iframe does not resize correctly',
};

/** What a check asks, and what to do where it failed. */
export const explanations: Readonly<Record<DiagnosticCode, { readonly asks: string; readonly remedy: string }>> = {
  'session-given': {
    asks: 'the backend gave a session',
    remedy: "Look at the session route's answer: is it there, is the user signed in, does it pass on what Meshes sent?",
  },
  'ready-came': {
    asks: 'the embed reported ready',
    remedy: 'Name this page in allowed_origins, allow the embed in frame-src, and use each launch URL once and at once.',
  },
  'frame-kept': {
    asks: 'the iframe was not reloaded',
    remedy: 'Do not move the container in the document, and do not touch the iframe: a reload spends the launch URL again.',
  },
  'token-sent': {
    asks: 'the token was sent after ready',
    remedy: 'Nothing was sent yet. Without ready there is nobody to send it to: see the launch.',
  },
  'token-life-known': {
    asks: "the session tells its token's life",
    remedy: 'Pass on expires_in and expires_at; without them 300 s are assumed, and the token is refreshed too often.',
  },
  'refresh-works': {
    asks: 'the token can be refreshed',
    remedy: "Look at the refresh route's answer. A revoked session cannot be refreshed: launch a fresh one.",
  },
  'calls-left': {
    asks: 'sessions are asked for in moderation',
    remedy: 'More than 12 in 10 minutes: find what relaunches or refreshes in a loop.',
  },
  'workspace-expected': {
    asks: 'the session is of the expected workspace',
    remedy: 'The backend minted for another workspace: check what its authorize function returns.',
  },
  'role-expected': {
    asks: 'the session has the expected role',
    remedy: 'The backend minted with another role: check what its authorize function returns.',
  },
  'embed-spoke': {
    asks: 'the embed said where it is',
    remedy: 'Nothing came since ready. Is the page part of the embed, and of the type of the session?',
  },
  'heights-came': {
    asks: 'the embed reported its height',
    remedy: 'Until it does, the least height stands; the embed scrolls inside.',
  },
  'height-settled': {
    asks: 'the height came to rest',
    remedy: 'The height kept changing and was held: does the container limit the height of what is in it?',
  },
};
