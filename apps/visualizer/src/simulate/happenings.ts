import { problemOf } from '@meshes-embed/core/diagnostics';
import type { HostEvent, Failure, FrameEvent, SessionFacts } from '@meshes-embed/core/machine';

/** An event with all that it carries, and what is said of it beside its name. */
export interface Happening {
  readonly event: { readonly type: string };
  readonly note?: string;
}

/** What events carry, where they carry anything. One that is not named here is sent bare. */
const carried: { readonly [Type in (HostEvent | FrameEvent)['type']]?: readonly (Omit<Extract<HostEvent | FrameEvent, { type: Type }>, 'type'> & { readonly note?: string })[] } = {
  RELAUNCH: [{ reason: 'relaunch' }],
  NAVIGATE: [{ page: '/workspace/rules' }],
  RESIZE: [{ height: 900 }],
  BOUNDS: [{ min: 480, max: 1200 }],
  LOADED: [{ foreign: false }, { foreign: true, note: 'another document' }],
  AUTH: [{ life: 1_800_000 }],
  MOVED: [{ path: '/workspace/rules' }],
  RESIZED: [{ height: 900 }],
};

const session: SessionFacts = {
  sessionId: 'simulated-session',
  workspaceId: 'simulated-workspace',
  role: 'admin',
  sessionType: 'workspace',
  life: 1_800_000,
  lifeFrom: 'expires_in',
  expiresAt: 0,
  launchLife: 30_000,
};
const failure: Failure = { problem: problemOf('backend-failed'), final: false };

/** How an actor may end. */
export const endings: readonly { readonly note: string; readonly output?: SessionFacts; readonly error?: Failure }[] = [
  { note: 'answers', output: session },
  { note: 'answers, token lives 5 s', output: { ...session, life: 5_000 } },
  { note: 'answers, launch URL too old', output: { ...session, launchLife: 0 } },
  { note: 'answers another session', output: { ...session, sessionId: 'another-session' } },
  { note: 'fails, may pass', error: failure },
  { note: 'cannot be reached', error: { problem: problemOf('backend-unreachable'), final: false } },
  { note: 'refuses for good', error: { problem: problemOf('not-authorized'), final: true } },
];

/** Everything that an event of this type can mean, the usual first. */
export function happeningsOf(type: string): readonly Happening[] {
  if (type.startsWith('xstate.done.')) return endings.filter(({ output }) => output).map(({ output, note }) => ({ event: { type, output: { ...output } } as Happening['event'], note }));
  if (type.startsWith('xstate.error.')) return endings.filter(({ error }) => error).map(({ error, note }) => ({ event: { type, error } as Happening['event'], note }));
  const variants = (carried as Readonly<Record<string, readonly { note?: string }[]>>)[type] ?? [{}];
  return variants.map(({ note, ...rest }) => ({ event: { type, ...rest }, ...(note !== undefined && { note }) }));
}
