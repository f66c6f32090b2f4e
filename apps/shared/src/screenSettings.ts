import { sessionRoles, sessionTypes, type SessionRole, type SessionType } from '@meshes-embed/core/protocol';

/** The customers that the sample backend knows: each is one seeded workspace of the sandbox. */
export const customers = ['first', 'second'] as const;

/**
 * What the screen does otherwise than usual.
 *
 * - `usual` one embed · `two` two on one screen · `hidden` the embed's place is `display: none`
 * - `strict` in the framework's strict mode from the start, where it has one · `short-life` tokens of 300 s and launch URLs of 15 s
 * - `throwing` each callback throws, once it has noted what it was told
 */
export const scenarios = ['usual', 'two', 'hidden', 'strict', 'short-life', 'throwing'] as const;

/**
 * What becomes of an embed that leaves the screen: `kept` out of sight, so that it is back at once (`keepAlive`), or `ended`.
 */
export const leavings = ['kept', 'ended'] as const;

/** What the screen shows: the integrations page, or the page of what can go wrong. */
export const views = ['integrations', 'failures'] as const;

/** The name of what the screen shows. */
export type View = (typeof views)[number];

/** What the address of a sample app chooses, as `?workspace=second&role=member&session_type=dashboard&scenario=two`. */
export interface ScreenSettings {
  readonly workspace: (typeof customers)[number];
  readonly role: SessionRole;
  readonly sessionType: SessionType;
  readonly scenario: (typeof scenarios)[number];
  readonly leaving: (typeof leavings)[number];
  readonly view: View;
}

function chosen<Value extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly Value[],
  usual: Value,
): Value {
  const given = query.get(name);
  if (given === null) return usual;
  const value = values.find((known) => known === given);
  if (value === undefined) throw new Error(`The address has ${name}=${given}. Use one of: ${values.join(', ')}.`);
  return value;
}

/**
 * Reads the settings from an address's query.
 *
 * @throws Error for a value that is not known, saying which ones are.
 */
export function readScreenSettings(search: string): ScreenSettings {
  const query = new URLSearchParams(search);
  return {
    workspace: chosen(query, 'workspace', customers, 'first'),
    role: chosen(query, 'role', sessionRoles, 'admin'),
    sessionType: chosen(query, 'session_type', sessionTypes, 'workspace'),
    scenario: chosen(query, 'scenario', scenarios, 'usual'),
    leaving: chosen(query, 'leaving', leavings, 'kept'),
    view: chosen(query, 'view', views, 'integrations'),
  };
}
