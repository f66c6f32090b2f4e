/** The code of a problem that an embed can run into; stable across releases. */
export type ProblemCode =
  | 'backend-unreachable'
  | 'backend-failed'
  | 'backend-timeout'
  | 'not-authorized'
  | 'not-found'
  | 'endpoint-redirects'
  | 'endpoint-missing'
  | 'endpoint-refuses'
  | 'endpoint-not-json'
  | 'endpoint-blocked'
  | 'host-function-threw'
  | 'page-refused'
  | 'refresh-refused'
  | 'session-revoked'
  | 'session-malformed'
  | 'session-differs'
  | 'token-malformed'
  | 'token-stale'
  | 'token-unchanged'
  | 'launch-url-refused'
  | 'launch-url-expired'
  | 'launch-url-reused'
  | 'launch-blocked'
  | 'cross-origin-isolated'
  | 'ready-missing'
  | 'embed-slow'
  | 'outer-frame'
  | 'embed-blocked'
  | 'frame-reloaded'
  | 'frame-removed'
  | 'embed-silent'
  | 'calls-spent'
  | 'host-loops'
  | 'page-unknown'
  | 'source-missing'
  | 'internal'
  | 'height-loop';

/** What is found by looking at the page and the session, and is no problem of the embed's own course. */
export type FindingCode =
  | 'life-assumed'
  | 'refresh-failing'
  | 'workspace-differs'
  | 'role-differs'
  | 'height-missing'
  | 'height-overruled'
  | 'minimum-too-small'
  | 'container-hidden'
  | 'insecure-context';

/** The code of a cause: a problem's, or a finding's. Stable across releases; its anchor in the troubleshooting page. */
export type CauseCode = ProblemCode | FindingCode;

/** The failures that the vendor's troubleshooting lists, in its order (contract §8). */
export type Symptom = 'launch' | 'authentication' | 'stale-token' | 'no-data' | 'resize';

/** The code of a check; stable across releases. */
export type DiagnosticCode =
  | 'session-given'
  | 'ready-came'
  | 'frame-kept'
  | 'page-fit'
  | 'token-given'
  | 'token-sent'
  | 'token-life-known'
  | 'token-fresh'
  | 'refresh-works'
  | 'calls-left'
  | 'workspace-expected'
  | 'role-expected'
  | 'page-allowed'
  | 'embed-spoke'
  | 'heights-came'
  | 'height-applied'
  | 'minimum-sensible'
  | 'container-shown'
  | 'height-settled';
