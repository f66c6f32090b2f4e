import type { CauseCode, DiagnosticCode, Symptom } from '../problem/codes.ts';
import { evidenceOf } from './evidence.ts';
import { factsOf } from './factsOf.ts';
import { lookAt } from './lookAt.ts';
import type { DiagnosticCheck, DiagnosticFacts, DiagnosticReport } from './report.ts';

/** An embed, or an adapter's handle of one. */
export interface Diagnosable {
  diagnose(): DiagnosticReport;
}

/** An embed that has been ready for this long has told its height, if it ever does. ms */
const heightTimeoutMs = 5_000;
/** Less than this shows next to nothing. CSS px */
const minSensibleHeight = 200;
/** So many requests in a row that closely follow refreshes: the newer tokens are refused as well. */
const maxRapidRequests = 2;

/** What an embed is told of while its ready is still waited for. */
const unresponsiveCauses: readonly CauseCode[] = ['ready-missing', 'outer-frame'];

/** Why there may be no session. */
const noSessionCauses: readonly CauseCode[] = [
  'source-missing',
  'backend-unreachable',
  'backend-failed',
  'backend-timeout',
  'not-authorized',
  'not-found',
  'endpoint-redirects',
  'endpoint-missing',
  'endpoint-refuses',
  'endpoint-not-json',
  'endpoint-blocked',
  'host-function-threw',
  'launch-url-reused',
  'session-malformed',
  'launch-url-refused',
];

/**
 * Turns what was seen of an embed into findings, at least one for each symptom of contract §8. Of an embed and its handle
 * the state and the page are looked at now; no one is asked, and nothing is changed.
 *
 * A check that went wrong and was made up for since is `passed` and `cured`; one that nothing is known of is `unknown`.
 *
 * @param embed - an embed, an adapter's handle, or a report that this function gave, such as a saved one. A report that a
 *   production build's handle gave holds no facts once it was saved: save what this function gives.
 * @returns the report with its facts and checks; with neither, where it holds no facts.
 */
export function diagnose(embed: Diagnosable | DiagnosticReport): DiagnosticReport {
  const report = 'diagnose' in embed ? embed.diagnose() : embed;
  const evidence = evidenceOf.get(report);
  const facts = evidence ? factsOf({ ...evidence, look: lookAt(evidence.place) }) : report.facts;
  return { ...report, facts, checks: facts ? checksOf(report, facts) : [] };
}

function checksOf({ status, sessionId, counts }: DiagnosticReport, facts: DiagnosticFacts): DiagnosticCheck[] {
  const { problem, generation, rapidRequests, refreshFailures, recoveries, refreshes, min, max, height, held, shown } =
    facts;
  const count = (step: string): number => counts[step] ?? 0;
  const live = status === 'live' || status === 'refreshing';
  const readies = count('in meshes:ready');
  const navigations = count('in meshes:navigate');
  const resizes = count('in meshes:resize');
  const { workspaceId = null, role = null, expectedWorkspaceId = null, expectedRole = null } = facts;
  const {
    secure = null,
    isolated = null,
    width = null,
    frameHeight = null,
    ttlSource = null,
    ttlMs = null,
    sessionType = null,
  } = facts;
  const hasSession = sessionId !== null;
  const isMounted = shown !== undefined;
  const differs = (wanted: string | null, got: string | null): boolean => !!wanted && !!got && wanted !== got;
  const applied = height ?? min;

  /** Failed where one of the causes is the problem now, or where it is said so; then the first cause stands for it. */
  const check = (
    symptom: Symptom,
    code: DiagnosticCode,
    passed: boolean,
    causes: readonly CauseCode[],
    evidence: DiagnosticCheck['evidence'],
    found = false,
  ): DiagnosticCheck => {
    const now = causes.find((cause) => cause === problem);
    const before = causes.find((cause) => count(`problem ${cause}`) > 0);
    const failed = found || now !== undefined;
    const cured = !failed && live && before !== undefined;
    const cause = failed ? (now ?? before ?? causes[0]!) : cured ? before : null;
    return { code, symptom, result: failed ? 'failed' : passed ? 'passed' : 'unknown', cause, evidence, cured };
  };

  return [
    check('launch', 'session-given', hasSession, noSessionCauses, {
      status,
      problem,
    }),
    check(
      'launch',
      'ready-came',
      live,
      [
        'internal',
        'launch-url-expired',
        'launch-blocked',
        'embed-blocked',
        'embed-slow',
        'outer-frame',
        'ready-missing',
      ],
      { launches: count('effect show-frame'), readies, origin: facts.hostOrigin },
      status === 'launching' && unresponsiveCauses.some((cause) => count(`problem ${cause}`) > 0),
    ),
    check('launch', 'frame-kept', live, ['frame-reloaded', 'frame-removed', 'embed-silent'], {
      documents: facts.loads,
      loads: count('in load'),
    }),
    check(
      'launch',
      'page-fit',
      isMounted,
      [secure === false ? 'insecure-context' : 'cross-origin-isolated'],
      { secure, isolated },
      isMounted && (secure === false || (isolated === true && status === 'failed')),
    ),
    check('authentication', 'token-given', hasSession, ['token-malformed'], { tokens: generation }),
    check('authentication', 'token-sent', live, [], { readies, auths: count('out meshes:auth') }),
    check(
      'authentication',
      'token-life-known',
      hasSession,
      ['life-assumed'],
      { from: ttlSource, ttlMs },
      ttlSource === 'assumed',
    ),
    check('stale-token', 'token-fresh', live, ['token-stale'], { rapidRequests }, rapidRequests > maxRapidRequests),
    check(
      'stale-token',
      'refresh-works',
      generation > 1 && live,
      refreshFailures > 0
        ? ['refresh-failing']
        : ['session-revoked', 'refresh-refused', 'session-differs', 'token-unchanged'],
      { tokens: generation, failures: refreshFailures },
      refreshFailures > 0,
    ),
    check('stale-token', 'calls-left', hasSession, ['calls-spent', 'host-loops'], { recoveries, refreshes }),
    check(
      'no-data',
      'workspace-expected',
      hasSession,
      ['workspace-differs'],
      { expected: expectedWorkspaceId, workspace: workspaceId },
      differs(expectedWorkspaceId, workspaceId),
    ),
    check(
      'no-data',
      'role-expected',
      hasSession,
      ['role-differs'],
      { expected: expectedRole, role },
      differs(expectedRole, role),
    ),
    check('no-data', 'page-allowed', hasSession, ['page-refused', 'page-unknown'], {
      page: facts.page,
      type: sessionType,
    }),
    check('no-data', 'embed-spoke', navigations + resizes > 0, [], { navigations, resizes }),
    check(
      'resize',
      'heights-came',
      resizes > 0,
      ['height-missing'],
      { resizes, height, min, max },
      live &&
        resizes === 0 &&
        facts.sinceReady !== null &&
        facts.sinceReady > heightTimeoutMs &&
        facts.visible === true,
    ),
    check(
      'resize',
      'height-applied',
      frameHeight !== null,
      ['height-overruled'],
      { applied, shown: frameHeight },
      shown === true && frameHeight !== null && Math.abs(frameHeight - applied) > 1,
    ),
    check(
      'resize',
      'minimum-sensible',
      true,
      ['minimum-too-small'],
      { min },
      live && resizes === 0 && min > 0 && min < minSensibleHeight,
    ),
    check(
      'resize',
      'container-shown',
      isMounted,
      ['container-hidden'],
      { shown: shown ?? null, width },
      isMounted && (!shown || width === 0),
    ),
    check('resize', 'height-settled', height !== null, ['height-loop'], { held, height }, held),
  ];
}
