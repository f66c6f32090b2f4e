import { expect, test } from 'vitest';
import { checkOptions, sandboxTokens } from '../../src/embed/checkOptions.ts';
import { createMeshesEmbed, type MeshesEmbedOptions } from '../../src/index.ts';

test.each<[string, Partial<MeshesEmbedOptions>]>([
  ['nothing yet', {}],
  ['an empty endpoint', { endpoint: '' }],
  ['an endpoint as a URL', { endpoint: new URL('https://host.example/api') }],
  ['a sandbox in which the embed can run', { sandbox: `${sandboxTokens.join('\n')} allow-modals` }],
  ['what only development builds refuse', { title: 7 } as never],
])('%s is taken', (_name, options) => {
  expect(() => checkOptions(options)).not.toThrow();
});

test.each([
  ['an endpoint of another kind', { endpoint: 7 }, 'endpoint'],
  ['an endpoint like an address', { endpoint: { href: 'https://host.example' } }, 'endpoint'],
  ['an empty sandbox', { sandbox: '' }, 'sandbox'],
  ['a sandbox in which the embed cannot run', { sandbox: 'allow-scripts' }, 'sandbox'],
])('%s is refused in every build, by its name', (_name, options, name) => {
  expect(() => createMeshesEmbed(options as never)).toThrow(
    expect.objectContaining({ code: 'bad-option', message: `${name} [bad-option]` }),
  );
});
