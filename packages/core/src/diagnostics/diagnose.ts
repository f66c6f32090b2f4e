import type { HostContext } from '../machine/context.ts';
import { recent } from '../machine/hostGuards.ts';
import type { SessionRole } from '../protocol/pages.ts';
import type { EmbedStatus } from '../view/view.ts';
import type { CauseCode } from './causes.ts';
import type { DiagnosticCheck, DiagnosticCode, DiagnosticReport, DiagnosticRow } from './report.ts';

/** What only a look at the page can tell. Lengths in CSS px; null where there is nothing to look at. */
export interface PageFacts {
  /** Whether the browser calls the page a secure context. */
  readonly secure: boolean;
  /** Whether the page is cross-origin isolated. */
  readonly isolated: boolean;
  /** Whether some of the container is in the window, and that in view: what nobody sees is drawn late, and its height told late. */
  readonly visible: boolean;
  /** Whether the container is laid out; false for `display: none`. */
  readonly shown: boolean;
  /** The container's width. */
  readonly width: number | null;
  /** The iframe's height as laid out. */
  readonly height: number | null;
}

/** What a diagnosis is made from. */
export interface DiagnosisInput {
  readonly status: EmbedStatus;
  readonly context: HostContext;
  /** How often each step of the trace was taken, by `kind name`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Since the embed last said ready. ms */
  readonly sinceReady: number;
  /** Null while it is not mounted. */
  readonly page: PageFacts | null;
  readonly expected?: { readonly workspaceId?: string | undefined; readonly role?: SessionRole | undefined } | undefined;
}

/** An embed that has been ready for this long has told its height, if it ever does. ms */
const heightPatience = 5_000;
/** Less than this shows next to nothing. CSS px */
const leastSensible = 200;
/** So many asks in a row that closely follow refreshes: the newer tokens are refused as well. */
const mostHastyAsks = 2;

/** Why there may be no session. */
const notGiven: readonly CauseCode[] = [
  'source-missing',
  'backend-unreachable',
  'backend-failed',
  'backend-timeout',
  'not-authorized',
  'not-found',
  'session-malformed',
  'launch-url-refused',
];

/**
 * Turns what was seen into findings, at least one for each row of contract §8. Pure; nothing is asked of anybody.
 *
 * A check that went wrong and was made up for since is `passed` and `cured`; one that nothing is known of is `unknown`.
 */
export function diagnose({ status, context, counts, sinceReady, page, expected = {} }: DiagnosisInput): DiagnosticReport {
  const { session, problem, sizing, document, refreshFailures, hastyAsks, generation } = context;
  const recoveries = recent(context, context.recoveries).length;
  const refreshes = recent(context, context.refreshes).length;
  const count = (step: string): number => counts[step] ?? 0;
  const live = status === 'live' || status === 'refreshing';
  const readies = count('in meshes:ready');
  const navigations = count('in meshes:navigate');
  const resizes = count('in meshes:resize');
  const { workspaceId = null, role = null } = expected;
  const differs = (wanted: string | null, got: string | null | undefined): boolean => !!wanted && !!got && wanted !== got;
  const shownHeight = page?.height ?? null;
  const applied = sizing.height ?? sizing.min;

  /** Failed where one of the causes is the problem now, or where it is said so; then the first cause stands for it. */
  const check = (
    row: DiagnosticRow,
    code: DiagnosticCode,
    passed: boolean,
    causes: readonly CauseCode[],
    evidence: DiagnosticCheck['evidence'],
    found = false,
  ): DiagnosticCheck => {
    const now = causes.find((cause) => cause === problem?.code);
    const before = causes.find((cause) => count(`problem ${cause}`) > 0);
    const failed = found || now !== undefined;
    const cured = !failed && live && before !== undefined;
    const cause = failed ? (now ?? before ?? causes[0]!) : cured ? before : null;
    return { code, row, result: failed ? 'failed' : passed ? 'passed' : 'unknown', cause, evidence, cured };
  };

  return {
    version: 1,
    at: Math.round(context.now()),
    status,
    sessionId: session?.sessionId ?? null,
    counts: { ...counts },
    checks: [
      check('launch', 'session-given', session !== null, notGiven, {
        status,
        problem: problem?.code ?? null,
      }),
      check('launch', 'ready-came', live, ['internal', 'launch-url-expired', 'launch-blocked', 'embed-blocked', 'ready-missing'], {
        launches: count('effect show-frame'),
        readies,
        origin: context.hostOrigin,
      }),
      check('launch', 'frame-kept', live, ['frame-reloaded', 'frame-removed', 'embed-silent'], { documents: document.loads, loads: count('in load') }),
      check(
        'launch',
        'page-fit',
        page !== null,
        [page?.secure ? 'cross-origin-isolated' : 'insecure-context'],
        { secure: page?.secure ?? null, isolated: page?.isolated ?? null },
        page !== null && (!page.secure || (page.isolated && status === 'failed')),
      ),
      check('authentication', 'token-given', session !== null, ['token-malformed'], { tokens: generation }),
      check('authentication', 'token-sent', live, [], { readies, auths: count('out meshes:auth') }),
      check(
        'authentication',
        'token-life-known',
        session !== null,
        ['life-assumed'],
        { from: session?.lifeFrom ?? null, life: session?.life ?? null },
        session?.lifeFrom === 'assumed',
      ),
      check('stale-token', 'token-fresh', live, ['token-stale'], { hastyAsks }, hastyAsks > mostHastyAsks),
      check(
        'stale-token',
        'refresh-works',
        generation > 1 && live,
        refreshFailures > 0 ? ['refresh-failing'] : ['session-revoked', 'refresh-refused', 'session-differs'],
        { tokens: generation, failures: refreshFailures },
        refreshFailures > 0,
      ),
      check('stale-token', 'calls-left', session !== null, ['calls-spent', 'host-loops'], { recoveries, refreshes }),
      check(
        'no-data',
        'workspace-expected',
        session !== null,
        ['workspace-differs'],
        { expected: workspaceId, workspace: session?.workspaceId ?? null },
        differs(workspaceId, session?.workspaceId),
      ),
      check('no-data', 'role-expected', session !== null, ['role-differs'], { expected: role, role: session?.role ?? null }, differs(role, session?.role)),
      check('no-data', 'page-allowed', session !== null, ['page-refused', 'page-unknown'], { page: context.page, type: session?.sessionType ?? null }),
      check('no-data', 'embed-spoke', navigations + resizes > 0, [], { navigations, resizes }),
      check(
        'resize',
        'heights-came',
        resizes > 0,
        ['height-missing'],
        { resizes, height: sizing.height, min: sizing.min, max: sizing.max },
        live && resizes === 0 && sinceReady > heightPatience && page?.visible === true,
      ),
      check(
        'resize',
        'height-applied',
        shownHeight !== null,
        ['height-overruled'],
        { applied, shown: shownHeight },
        page?.shown === true && shownHeight !== null && Math.abs(shownHeight - applied) > 1,
      ),
      check('resize', 'minimum-sensible', true, ['minimum-too-small'], { min: sizing.min }, live && resizes === 0 && sizing.min < leastSensible),
      check(
        'resize',
        'container-shown',
        page !== null,
        ['container-hidden'],
        { shown: page?.shown ?? null, width: page?.width ?? null },
        page !== null && (!page.shown || page.width === 0),
      ),
      check('resize', 'height-settled', sizing.height !== null, ['height-loop'], { held: sizing.held, height: sizing.height }, sizing.held),
    ],
  };
}
