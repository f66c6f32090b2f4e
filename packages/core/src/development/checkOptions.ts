import { sandboxTokens } from '../embed/checkOptions.ts';
import { MeshesEmbedError } from '../embed/meshesEmbedError.ts';
import { callbackNames, type EmbedSettings, type MeshesEmbedOptions } from '../embed/options.ts';

/** What `typeof` says of an option's value; `unknown` where the check looks closer. */
type Kind = 'string' | 'number' | 'boolean' | 'object' | 'function' | 'unknown';

/** Every setting with the kind of its value; a callback is a function. The compiler proves the list complete. */
const settingKinds: Readonly<Record<keyof EmbedSettings, Kind>> = {
  endpoint: 'unknown',
  headers: 'unknown',
  credentials: 'string',
  fetch: 'function',
  fetchSession: 'function',
  refreshSession: 'function',
  revokeSession: 'function',
  revoke: 'boolean',
  identity: 'string',
  keepAlive: 'unknown',
  preload: 'boolean',
  page: 'unknown',
  title: 'string',
  minHeight: 'number',
  maxHeight: 'number',
  fit: 'string',
  readyTimeout: 'number',
  allow: 'string',
  sandbox: 'string',
  colorScheme: 'string',
  expected: 'object',
  texts: 'object',
  allowInsecureLocalhost: 'boolean',
};

const kinds: readonly (readonly [string, Kind])[] = [
  ...Object.entries(settingKinds),
  ...callbackNames.map((name) => [name, 'function'] as const),
];

/** A text in these says nothing of a user, and holds no secret: a wrong one is shown. */
const harmless: readonly string[] = [
  'credentials',
  'fit',
  'sandbox',
  ...kinds.filter(([, kind]) => kind === 'number' || kind === 'boolean').map(([name]) => name),
];

function shown(name: string, value: unknown): string {
  if (value === null || typeof value === 'number') return String(value);
  return typeof value === 'string' && harmless.includes(name) ? JSON.stringify(value.slice(0, 40)) : typeof value;
}

/**
 * Checks options as a whole. Unknown names are let pass: frameworks hand over more than was asked for. So is an unknown
 * `page`, which often comes from an address: the dashboard is launched in its place.
 *
 * @throws MeshesEmbedError `bad-option`, with the option's name, what came (of what may be private only its kind) and what was expected.
 */
export function checkOptions(options: Partial<MeshesEmbedOptions>): void {
  const given: Readonly<Record<string, unknown>> = { ...options };
  const expect = (holds: unknown, name: string, expected: string): void => {
    const value = given[name];
    if (!holds) throw new MeshesEmbedError('bad-option', `${name}: expected ${expected}, got ${shown(name, value)}`);
  };
  for (const [name, kind] of kinds) {
    const value = given[name];
    expect(
      value === undefined || kind === 'unknown' || (value !== null && typeof value === kind),
      name,
      `${kind === 'object' ? 'an' : 'a'} ${kind}`,
    );
  }
  const {
    endpoint,
    headers,
    credentials = 'include',
    sandbox,
    fit = 'content',
    minHeight = 1,
    maxHeight = Infinity,
    readyTimeout = 1,
    keepAlive = true,
  } = options;
  expect(!endpoint || typeof endpoint === 'string' || endpoint instanceof URL, 'endpoint', 'an address');
  expect(
    !headers ||
      typeof headers === 'function' ||
      (typeof headers === 'object' && Object.values(headers).every((value) => typeof value === 'string')),
    'headers',
    'an object of texts, or a function that gives one',
  );
  expect(['include', 'same-origin', 'omit'].includes(credentials), 'credentials', 'include, same-origin or omit');
  expect(minHeight > 0 && minHeight < Infinity, 'minHeight', 'CSS px above 0');
  expect(maxHeight >= minHeight, 'maxHeight', `CSS px, at least minHeight (${minHeight})`);
  expect(fit === 'content' || fit === 'container', 'fit', "'content' or 'container'");
  expect(readyTimeout > 0 && readyTimeout < Infinity, 'readyTimeout', 'ms above 0');
  expect(keepAlive === true || keepAlive > 0, 'keepAlive', 'ms above 0, or true');
  const tokens = sandbox?.split(/\s+/);
  expect(!tokens || sandboxTokens.every((token) => tokens.includes(token)), 'sandbox', sandboxTokens.join(' '));
}
