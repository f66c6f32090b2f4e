import { sessionRoles, sessionTypes, type SessionRole, type SessionType } from '@meshes-embed/core/protocol';
import { failureCodes, type FailureCode } from './failures.ts';
import { FakeMeshesError } from './fakeMeshesError.ts';

/** What {@link fakeMeshes} takes. Everything may be left out. */
export interface FakeMeshesOptions {
  /** The workspace of each session: a UUID. Default `00000000-0000-4000-8000-000000000001`. */
  readonly workspaceId?: string | undefined;
  /** The role of each session; default `member`. */
  readonly role?: SessionRole | undefined;
  /** The type of each session, and so the pages that it may launch (contract §2); default `workspace`. */
  readonly sessionType?: SessionType | undefined;
  /** The life of each access token in seconds; default 1800. */
  readonly expiresIn?: number | undefined;
  /** The height that the embed reports with its first token. CSS px; default 640 */
  readonly height?: number | undefined;
  /**
   * Your session route, as your component has it for `endpoint`. Calls of the page's own `fetch` to it are answered by the
   * fake until `restore`; all others go where they went before. Without it use {@link FakeMeshes.options}.
   */
  readonly endpoint?: string | URL | undefined;
  /** What goes wrong from the start, as {@link FakeMeshes.fail} does it. */
  readonly fails?: FailureCode | undefined;
  /**
   * Called around each step of the fake that is awaited: `act` of React's or Svelte's Testing Library. Without it React
   * warns about updates outside of `act`.
   */
  readonly act?: ((step: () => Promise<void>) => PromiseLike<unknown>) | undefined;
  /**
   * Lets time go by where timers are fake: `vi.advanceTimersByTimeAsync` or `jest.advanceTimersByTimeAsync`. A step that needs
   * time, such as the next frame that is drawn, takes it from there. Without it, time is moved by your test only.
   */
  readonly advanceTimers?: ((ms: number) => PromiseLike<unknown> | void) | undefined;
  /** How long {@link FakeMeshes.live} and the like wait, in ms; default 1000. */
  readonly timeout?: number | undefined;
}

/** The options of a session, complete. */
export type FakeSessionOptions = Readonly<
  Required<{
    [Name in 'workspaceId' | 'role' | 'sessionType' | 'expiresIn']: NonNullable<FakeMeshesOptions[Name]>;
  }>
>;

/** @throws FakeMeshesError `bad-option`, with what came and what was expected. */
export function checkFakeOptions(options: FakeMeshesOptions): void {
  const one = (name: keyof FakeMeshesOptions, known: readonly string[]): void => {
    const value = options[name];
    if (value !== undefined && !known.includes(value as string))
      throw new FakeMeshesError(
        'bad-option',
        `${name}: expected one of ${known.join(', ')}, got ${typeof value === 'string' ? value.slice(0, 40) : typeof value}`,
      );
  };
  one('role', sessionRoles);
  one('sessionType', sessionTypes);
  one('fails', failureCodes);
  for (const name of ['expiresIn', 'height', 'timeout'] as const) {
    const value: unknown = options[name];
    if (value !== undefined && !(typeof value === 'number' && value > 0 && value < Infinity))
      throw new FakeMeshesError('bad-option', `${name}: expected a number above 0, got ${String(value).slice(0, 40)}`);
  }
  for (const name of ['act', 'advanceTimers'] as const) {
    const value: unknown = options[name];
    if (value !== undefined && typeof value !== 'function')
      throw new FakeMeshesError('bad-option', `${name}: expected a function, got ${typeof value}`);
  }
}
