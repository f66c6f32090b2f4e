import { MeshesEmbedError } from './meshesEmbedError.ts';
import type { MeshesEmbedOptions } from './options.ts';

/** Without these in `sandbox` the embed cannot run, submit a form, open a provider's page (contract §7) or save a file. */
export const sandboxTokens = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
];

/**
 * Refuses the options that no embed could live with, in any build. The rest, and what was expected in words, is told in
 * development builds: see `development/checkOptions.ts`.
 *
 * @throws MeshesEmbedError `bad-option`, with the option's name.
 */
export function checkOptions({ endpoint, sandbox }: Partial<MeshesEmbedOptions>): void {
  if (endpoint && typeof endpoint !== 'string' && !(endpoint instanceof URL))
    throw new MeshesEmbedError('bad-option', 'endpoint');
  const tokens = sandbox?.split(/\s+/);
  if (tokens && !sandboxTokens.every((token) => tokens.includes(token)))
    throw new MeshesEmbedError('bad-option', 'sandbox');
}
