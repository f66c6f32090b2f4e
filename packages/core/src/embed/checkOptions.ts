import { MeshesEmbedError } from './meshesEmbedError.ts';
import { optionKinds, type MeshesEmbedOptions } from './options.ts';

/** Without these in `sandbox` the embed cannot run, submit a form, open a provider's page (contract §7) or save a file. */
const sandboxTokens = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
];

/**
 * Checks options as a whole. Unknown names are let pass: frameworks hand over more than was asked for. So is an unknown
 * `page`, which often comes from an address: the dashboard is launched in its place.
 *
 * @throws MeshesEmbedError `bad-option`, with the option's name, what came (its kind, never a text's value) and what was expected.
 */
export function checkOptions(options: MeshesEmbedOptions): void {
  const given: Readonly<Record<string, unknown>> = { ...options };
  const expect = (holds: unknown, name: string, expected: string): void => {
    const value = given[name];
    if (!holds) throw new MeshesEmbedError('bad-option', `${name}: expected ${expected}, got ${typeof value === 'number' ? value : typeof value}`);
  };
  for (const [name, kind] of Object.entries(optionKinds)) {
    const value = given[name];
    expect(value === undefined || kind === 'unknown' || (value !== null && typeof value === kind), name, `a ${kind}`);
  }
  const { endpoint, sandbox, minHeight = 1, maxHeight = Infinity, readyTimeout = 1 } = options;
  expect(!endpoint || typeof endpoint === 'string' || endpoint instanceof URL, 'endpoint', 'an address');
  expect(minHeight > 0 && minHeight < Infinity, 'minHeight', 'CSS px above 0');
  expect(maxHeight >= minHeight, 'maxHeight', `CSS px, at least minHeight (${minHeight})`);
  expect(readyTimeout > 0 && readyTimeout < Infinity, 'readyTimeout', 'ms above 0');
  const tokens = sandbox?.split(/\s+/);
  expect(!tokens || sandboxTokens.every((token) => tokens.includes(token)), 'sandbox', sandboxTokens.join(' '));
}
