import { problemOf } from '@meshes-embed/core/diagnostics';
import type { HostEvent, Failure, FrameEvent, SessionFacts } from '@meshes-embed/core/machine';
import type { Side } from '../chart/charts.ts';

/** An event with all that it carries, and what is said of it beside its name. */
export interface PossibleEvent {
  readonly event: { readonly type: string };
  readonly note?: string;
}

type Carried<Event> = readonly (Omit<Event, 'type'> & { readonly note?: string })[];
/** What one side's events carry: the compiler asks for each that is nothing without it; one that is not named is sent bare. */
type CarriedBy<Event extends { readonly type: string }> = {
  readonly [One in Event as {} extends Omit<One, 'type'> ? never : One['type']]: Carried<One>;
} & { readonly [One in Event as {} extends Omit<One, 'type'> ? One['type'] : never]?: Carried<One> };

const host: CarriedBy<HostEvent> = {
  MOUNT: [{}, { page: 'rules', note: 'at another page' }],
  PAGE: [
    { page: 'rules' },
    { page: 'dashboard', note: 'the dashboard' },
    { page: 'rules', front: true, note: 'its front' },
  ],
  PARK: [{ until: 600_000 }],
  PRELOAD: [{ page: 'rules', until: 120_000 }],
  RELAUNCH: [{ reason: 'relaunch' }],
  IDENTITY: [{ page: 'dashboard' }],
  NAVIGATE: [{ page: '/workspace/rules' }],
  RESIZE: [{ height: 900 }],
  BOUNDS: [{ min: 480, max: 1200 }],
  LOADED: [{ foreign: false }, { foreign: true, note: 'another document' }],
  DEADLINE: [{ woke: false }],
};
const frame: CarriedBy<FrameEvent> = {
  AUTH: [{ ttlMs: 1_800_000 }],
  MOVED: [{ path: '/workspace/rules' }],
  RESIZED: [{ height: 900 }],
};
const carried: Readonly<Record<Side, Readonly<Record<string, Carried<{ type: string }> | undefined>>>> = {
  host,
  frame,
};

const session: SessionFacts = {
  sessionId: 'simulated-session',
  workspaceId: 'simulated-workspace',
  role: 'admin',
  sessionType: 'workspace',
  ttlMs: 1_800_000,
  ttlSource: 'expires_in',
  expiresAt: 0,
  launchTtlMs: 30_000,
};
const failure: Failure = { problem: problemOf('backend-failed'), final: false };

/** How an actor may end; some ends make sense in one state only. */
export const endings: readonly {
  readonly note: string;
  readonly output?: SessionFacts;
  readonly error?: Failure;
  readonly only?: string;
}[] = [
  { note: 'answers', output: session },
  { note: 'answers, token lives 5 s', output: { ...session, ttlMs: 5_000 } },
  { note: 'answers, launch URL too old', output: { ...session, launchTtlMs: 0 }, only: 'minting' },
  { note: 'answers another session', output: { ...session, sessionId: 'another-session' }, only: 'refreshing' },
  { note: 'fails, may pass', error: failure },
  { note: 'cannot be reached', error: { problem: problemOf('backend-unreachable'), final: false } },
  { note: 'refuses the page', error: { problem: problemOf('page-refused'), final: true }, only: 'minting' },
  { note: 'refuses a newer token', error: { problem: problemOf('refresh-refused'), final: false }, only: 'refreshing' },
  { note: 'refuses for good', error: { problem: problemOf('not-authorized'), final: true } },
];

/** Everything that an event of this type can mean, the usual first. A pattern of types is met by the ends of each actor. */
export function possibleEventsOf(side: Side, type: string): readonly PossibleEvent[] {
  // The machine says DEADLINE to itself once its timer fires: that is what happens.
  if (type.endsWith('.*') || type.startsWith('xstate.after.due.')) return [];
  const ends = endings.filter(({ only }) => only === undefined || type.endsWith(`.${only}`));
  if (type.startsWith('xstate.done.'))
    return ends
      .filter(({ output }) => output)
      .map(({ output, note }) => ({ event: { type, output: { ...output } } as PossibleEvent['event'], note }));
  if (type.startsWith('xstate.error.'))
    return ends
      .filter(({ error }) => error)
      .map(({ error, note }) => ({ event: { type, error } as PossibleEvent['event'], note }));
  return (carried[side][type] ?? [{}]).map(({ note, ...rest }) => ({
    event: { type, ...rest },
    ...(note !== undefined && { note }),
  }));
}
