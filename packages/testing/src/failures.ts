import type { EmbedStatus } from '@meshes-embed/core';
import { refused, type BackendInside } from './backend/fakeBackend.ts';
import type { FrameHabits } from './frame/fakeFrame.ts';
import type { Launches } from './launches.ts';

/** What a failure is made of. */
export interface FailureParts {
  readonly backend: Pick<BackendInside, 'fail' | 'spoilLaunches'>;
  readonly launches: Pick<Launches, 'setHabits' | 'revokeSignedIn'>;
}

/** How an embed runs into a problem. */
interface Failure {
  /** What goes wrong from now on. */
  arrange(parts: FailureParts): void;
  /** What makes an embed that is in use run into it: its iframe is removed or reloaded, or its API answers 401. */
  readonly by: 'removal' | 'reload' | 'unauthorized';
  /** The status that it comes to without a wait; null where it takes time. */
  readonly comesTo: EmbedStatus | null;
}

const failing = (status: number, by: Failure['by'] = 'removal'): Failure => ({
  arrange: ({ backend }) => backend.fail(status),
  by,
  comesTo: 'failed',
});
const trying = (how: number | 'network' | 'timeout'): Failure => ({
  arrange: ({ backend }) => backend.fail(how),
  by: 'removal',
  comesTo: 'recovering',
});
const spoiling = (spoil: Parameters<FailureParts['backend']['spoilLaunches']>[0]): Failure => ({
  arrange: ({ backend }) => backend.spoilLaunches(spoil),
  by: 'removal',
  comesTo: 'failed',
});
const silent = (habits: Partial<FrameHabits>): Failure => ({
  arrange: ({ launches }) => launches.setHabits(habits),
  by: 'removal',
  comesTo: null,
});

/** Every problem that the fake can bring about, by the problem's code. */
const failures = {
  'not-authorized': failing(401, 'unauthorized'),
  'not-found': failing(404, 'unauthorized'),
  'endpoint-redirects': failing(302),
  'endpoint-missing': failing(405),
  'endpoint-refuses': failing(400),
  'endpoint-not-json': spoiling(() => ({ kind: 'page', text: '<!doctype html>' })),
  'session-malformed': spoiling((session) => ({ kind: 'session', session: { ...session, session_id: '' } })),
  'token-malformed': spoiling((session) => ({ kind: 'session', session: { ...session, access_token: '' } })),
  'launch-url-refused': spoiling((session) => ({
    kind: 'session',
    session: { ...session, launch_url: session.launch_url.replace('https:', 'http:') },
  })),
  'page-refused': spoiling(() => refused(400, undefined, 'bad-page')),
  'backend-failed': trying(503),
  'backend-unreachable': trying('network'),
  'backend-timeout': trying('timeout'),
  'session-revoked': {
    arrange: ({ launches }) => launches.revokeSignedIn(true),
    by: 'unauthorized',
    comesTo: 'failed',
  },
  'refresh-refused': {
    arrange: ({ backend }) => backend.fail(401, { calls: 'refresh', times: 1 }),
    by: 'unauthorized',
    comesTo: 'live',
  },
  'frame-removed': { arrange: () => {}, by: 'removal', comesTo: 'live' },
  'frame-reloaded': { arrange: () => {}, by: 'reload', comesTo: null },
  'ready-missing': silent({ speaks: false }),
  'embed-blocked': silent({ speaks: false }),
  'embed-slow': silent({ loads: false }),
} as const satisfies Readonly<Record<string, Failure>>;

/** The code of a problem that the fake can bring about. */
export type FailureCode = keyof typeof failures;

/** Every {@link FailureCode}. */
export const failureCodes = Object.keys(failures) as readonly FailureCode[];

/** How an embed runs into a problem. */
export function failureOf(code: FailureCode): Failure {
  return failures[code];
}
