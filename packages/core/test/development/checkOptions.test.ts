import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../src/development/checkOptions.ts';
import { MeshesEmbedError } from '../../src/embed/meshesEmbedError.ts';
import { callbackNames, settingNames, type MeshesEmbedOptions } from '../../src/embed/options.ts';

const functions = {
  fetchSession: () => Promise.reject(new Error('none')),
  refreshSession: () => Promise.reject(new Error('none')),
};
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';
const canary = 'canary-7f3a';

function refusalOf(options: Readonly<Record<string, unknown>>): MeshesEmbedError {
  try {
    checkOptions(options as Partial<MeshesEmbedOptions>);
  } catch (error) {
    if (error instanceof MeshesEmbedError) return error;
    throw error;
  }
  throw new Error('they were taken');
}

describe('taken', () => {
  test.each<[string, Partial<MeshesEmbedOptions>]>([
    ['nothing yet', {}],
    ['one function so far', { fetchSession: functions.fetchSession }],
    ['an empty endpoint', { endpoint: '' }],
    ['an unknown page', { endpoint: '/api', page: 'members' as never }],
    ['a page of null', { endpoint: '/api', page: null as never }],
    ['an endpoint', { endpoint: '/api' }],
    ['an endpoint as a URL', { endpoint: new URL('https://host.example/api') }],
    ['the two functions', functions],
    ['both', { ...functions, endpoint: '/api' }],
    [
      'everything',
      {
        ...functions,
        page: 'events',
        title: '',
        minHeight: 0.5,
        maxHeight: 0.5,
        allow: 'clipboard-write',
        sandbox: `${sandbox} allow-modals`,
        colorScheme: 'dark',
        expected: { workspaceId: 'workspace-1', role: 'owner' },
        allowInsecureLocalhost: true,
        onStatusChange: () => {},
      },
    ],
    ['the sandbox on several lines', { endpoint: '/api', sandbox: ` ${sandbox.replaceAll(' ', '\n')} ` }],
    ['no limit above', { endpoint: '/api', maxHeight: Infinity }],
    [
      'undefined for everything else',
      {
        endpoint: '/api',
        ...Object.fromEntries([...settingNames, ...callbackNames].slice(1).map((name) => [name, undefined])),
      },
    ],
    ['names that are not known', { endpoint: '/api', className: 'card' } as MeshesEmbedOptions],
  ])('%s', (_name, options) => {
    expect(() => checkOptions(options)).not.toThrow();
  });
});

describe('2.18: refused, with the name, what came and what was expected', () => {
  test.each([
    ['an endpoint of another kind', { endpoint: 7 }, /^endpoint: expected an address.*, got 7/],
    [
      'an endpoint like an address',
      { endpoint: { href: 'https://host.example' } },
      /^endpoint: expected an address, got object/,
    ],
    ['a mistyped fit', { endpoint: '/api', fit: 'contain' }, /^fit: expected 'content' or 'container', got "contain"/],
    [
      'a sandbox that lacks a token',
      { endpoint: '/api', sandbox: 'allow-scripts' },
      /^sandbox: expected allow-scripts .+, got "allow-scripts"/,
    ],
    [
      'a function of another kind',
      { ...functions, fetchSession: 'fetch' },
      /^fetchSession: expected a function, got string/,
    ],
    ['a function of null', { ...functions, refreshSession: null }, /^refreshSession: expected a function, got null/],
    ['no time for ready', { endpoint: '/api', readyTimeout: 0 }, /^readyTimeout: expected ms above 0, got 0/],
    [
      'endless time for ready',
      { endpoint: '/api', readyTimeout: Infinity },
      /^readyTimeout: expected ms above 0, got Infinity/,
    ],
    ['a title of another kind', { endpoint: '/api', title: 7 }, /^title: expected a string, got 7/],
    ['a negative height', { endpoint: '/api', minHeight: -1 }, /^minHeight: expected CSS px above 0, got -1/],
    ['a height of zero', { endpoint: '/api', minHeight: 0 }, /^minHeight: .*got 0/],
    ['a height that is no number', { endpoint: '/api', minHeight: Number.NaN }, /^minHeight: .*got NaN/],
    ['an endless least height', { endpoint: '/api', minHeight: Infinity }, /^minHeight: .*got Infinity/],
    ['a height as text', { endpoint: '/api', minHeight: '480px' }, /^minHeight: expected a number, got "480px"/],
    ['a maximum height that is no number', { endpoint: '/api', maxHeight: Number.NaN }, /^maxHeight: .*got NaN/],
    [
      'the greatest height below the least',
      { endpoint: '/api', minHeight: 600, maxHeight: 500 },
      /^maxHeight: expected .*600.*, got 500/,
    ],
    [
      'a sandbox in which the embed cannot run',
      { endpoint: '/api', sandbox: 'allow-scripts' },
      /^sandbox: expected allow-scripts allow-same-origin/,
    ],
    ['an empty sandbox', { endpoint: '/api', sandbox: '' }, /^sandbox: expected/],
    [
      'a sandbox that names one in part',
      { endpoint: '/api', sandbox: sandbox.replace('allow-forms', 'allow-form') },
      /^sandbox: expected/,
    ],
    [
      'headers as text',
      { endpoint: '/api', headers: 'authorization: x' },
      /^headers: expected an object of texts, or a function that gives one, got string/,
    ],
    ['a header that is no text', { endpoint: '/api', headers: { authorization: null } }, /^headers: .*got object/],
    [
      'unknown credentials',
      { endpoint: '/api', credentials: 'same-site' },
      /^credentials: expected include, same-origin or omit, got "same-site"/,
    ],
    ['expected of null', { endpoint: '/api', expected: null }, /^expected: expected an? object/],
    [
      'allowInsecureLocalhost as text',
      { endpoint: '/api', allowInsecureLocalhost: 'true' },
      /^allowInsecureLocalhost: expected a boolean, got "true"/,
    ],
    ...callbackNames.map(
      (name) =>
        [
          `${name} of another kind`,
          { endpoint: '/api', [name]: {} },
          new RegExp(`^${name}: expected a function, got object`),
        ] as const,
    ),
  ] as const)('%s', (_name, options, message) => {
    expect(refusalOf(options)).toMatchObject({ code: 'bad-option', message: expect.stringMatching(message) });
  });
});

test('E2: no refusal holds a text that came, but for options whose texts can be no secret', () => {
  const harmless = [
    'credentials',
    'fit',
    'sandbox',
    'minHeight',
    'maxHeight',
    'readyTimeout',
    'allowInsecureLocalhost',
    'revoke',
    'preload',
  ];
  for (const name of [...settingNames, ...callbackNames].filter((one) => !harmless.includes(one))) {
    for (const value of [canary, { canary }, [canary]]) {
      try {
        checkOptions({ ...functions, [name]: value });
      } catch (error) {
        expect(inspect(error)).not.toContain(canary);
      }
    }
  }
});
