import type { MeshesClient } from '@meshes-embed/node';
import type { Exchange, HttpClient } from './http.ts';
import type { IssueCode } from './issues.ts';
import type { MintedSessions } from './mintedSessions.ts';
import type { Redactor } from './redact.ts';
import type { DoctorSettings } from './settings.ts';

/** The checks, in the order in which they run. Stable. */
type CheckName =
  | 'credentials'
  | 'service'
  | 'clock'
  | 'signing'
  | 'workspace'
  | 'mint'
  | 'launch-url'
  | 'launch'
  | 'framing'
  | 'use-once'
  | 'refresh'
  | 'stale-token'
  | 'revoke'
  | 'endpoint-route'
  | 'endpoint-guard'
  | 'endpoint-session'
  | 'endpoint-origin-only'
  | 'endpoint-preflight'
  | 'endpoint-origin'
  | 'endpoint-cors'
  | 'endpoint-no-store'
  | 'endpoint-fields'
  | 'endpoint-framing'
  | 'clean-up';

/**
 * The result of a check. `value` is for later checks; a check that did not pass may have one, too. Texts hold no token,
 * no secret and no query of a launch URL.
 */
export type CheckResult<Value = unknown> =
  | { readonly status: 'passed'; readonly observed: string; readonly value: Value }
  | { readonly status: 'failed'; readonly code: IssueCode; readonly observed: string; readonly value?: Value }
  | { readonly status: 'unknown'; readonly cause: string; readonly value?: Value };

/** The result of a check that failed. */
export type FailedResult<Value = unknown> = Extract<CheckResult<Value>, { readonly status: 'failed' }>;

export function passed(observed: string): CheckResult<undefined>;
export function passed<Value>(observed: string, value: Value): CheckResult<Value>;
export function passed(observed: string, value?: unknown): CheckResult {
  return { status: 'passed', observed, value };
}

export function failed<Value = never>(code: IssueCode, observed: string, value?: Value): FailedResult<Value> {
  return { status: 'failed', code, observed, ...(value !== undefined && { value }) };
}

export function unknown<Value = never>(cause: string, value?: Value): CheckResult<Value> {
  return { status: 'unknown', cause, ...(value !== undefined && { value }) };
}

/** What every check may use. */
export interface CheckContext {
  readonly settings: DoctorSettings;
  /** Sends each call only once, so that temporary failures show. It throws for malformed credentials. */
  client(): MeshesClient;
  /** Retries temporary failures. It throws for malformed credentials. */
  retryingClient(): MeshesClient;
  /** The answers of the management API to `client` so far. */
  readonly exchanges: readonly Exchange[];
  readonly http: HttpClient;
  readonly sessions: MintedSessions;
  readonly redactor: Redactor;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Looks up the result of a check that has run. */
export type ResultOf = <Value>(check: Check<Value>) => CheckResult<Value> | undefined;

/** One check, and the type of the value that it hands on to later ones. */
export interface Check<Value = unknown> {
  readonly name: CheckName;
  /** What should be observed, in words that follow "expected". */
  readonly expected: string;
  /** The checks that must have passed, or this one does not run. */
  readonly needs: readonly Check[];
  /** Whether it runs also after Ctrl-C. */
  readonly always: boolean;
  /** Rejects with the reason of the signal when that aborts. */
  run(resultOf: ResultOf, context: CheckContext): Promise<CheckResult<Value>>;
}

type Checks = Readonly<Record<string, Check>>;
type NoChecks = Readonly<Record<never, never>>;
type ValueOf<One> = One extends Check<infer Value> ? Value : never;
type Values<Needed> = { readonly [Key in keyof Needed]: ValueOf<Needed[Key]> };

/** How a check is written down. The types of `previous` follow from `needs` and `uses`. */
interface CheckDefinition<Value, Needs, Uses> {
  readonly name: CheckName;
  readonly expected: string;
  /** The checks that must have passed before this one runs. `previous` has their values. */
  readonly needs?: Needs;
  /** Checks whose values are used where there are any, whether these checks passed or not. */
  readonly uses?: Uses;
  readonly always?: boolean;
  run(previous: Values<Needs> & Partial<Values<Uses>>, context: CheckContext): Promise<CheckResult<Value>>;
}

/** Makes a check out of its definition. */
export function defineCheck<Value, Needs extends Checks = NoChecks, Uses extends Checks = NoChecks>(
  definition: CheckDefinition<Value, Needs, Uses>,
): Check<Value> {
  const { name, expected, needs = {}, uses = {}, always = false } = definition;
  return {
    name,
    expected,
    always,
    needs: Object.values(needs),
    run(resultOf, context) {
      const declared: Checks = { ...needs, ...uses };
      const values = Object.entries(declared).map(([key, check]) => [key, resultOf(check)?.value]);
      // The types of keys and values are lost on the way through entries.
      return definition.run(Object.fromEntries(values) as Values<Needs> & Partial<Values<Uses>>, context);
    },
  };
}
