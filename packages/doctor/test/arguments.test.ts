import { describe, expect, test } from 'vitest';
import { helpText } from '../src/readSettings.ts';
import { examine } from './examine.ts';
import { useSandbox } from './useSandbox.ts';

const here = useSandbox();
const unsent = () => Promise.reject(new Error('nothing should be sent'));

describe('what cannot run ends with 2, and says why without repeating it', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['a malformed workspace', ['--workspace', 'canary-0123456789'], /--workspace: expected the UUID/],
    ['an origin with a path', ['--origin', 'https://app.example.com/canary'], /--origin: expected the origin/],
    ['no origin', ['--origin', ''], /--origin: .*blank text/],
    [
      'an endpoint by plain http',
      ['--endpoint', 'http://canary.example.com/api'],
      /--endpoint: expected the https URL/,
    ],
    ['an endpoint with a user', ['--endpoint', 'https://user:canary@app.example.com/api'], /--endpoint: /],
    ['an endpoint with a query', ['--endpoint', 'https://app.example.com/api?key=canary'], /--endpoint: /],
    ['a header without its endpoint', ['--header', 'Cookie: sid=canary'], /--header: give --endpoint too/],
    [
      'a malformed header',
      ['--endpoint', 'https://app.example.com/api', '--header', 'canary'],
      /--header: expected 'Name: value'/,
    ],
    [
      'a header of two lines',
      ['--endpoint', 'https://app.example.com/api', '--header', 'Cookie: a\r\nX-Canary: b'],
      /--header: expected/,
    ],
    [
      'a header that is not to be given',
      ['--endpoint', 'https://app.example.com/api', '--header', 'Origin: https://canary.example.com'],
      /--header: origin is set/,
    ],
    ['an address elsewhere', ['--embed-api', 'https://canary.example.com/'], /--embed-api: expected a path/],
    ['an address that leads elsewhere', ['--embed-api', '//canary.example.com/'], /--embed-api: expected a path/],
    ['no time at all', ['--timeout', '0'], /--timeout: expected/],
    ['a value that belongs nowhere', ['canary'], /a value belongs to no option/],
    ['an unknown option', ['--canary=canary'], /unknown option; there are --workspace/],
    ['an option without its value', ['--endpoint'], /an option lacks its value/],
    ['a value where none belongs', ['--json=canary'], /an option lacks its value/],
  ])('%s', async (_, args, message) => {
    const { status, output, errors } = await examine(here.sandbox, args, { fetch: unsent });
    expect([status, output]).toEqual([2, '']);
    expect(errors).toMatch(/^meshes-doctor: /);
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/canary/i);
  });

  test('missing credentials are named, all of them', async () => {
    const { status, errors } = await examine(here.sandbox, [], {
      environment: { MESHES_ORGANIZATION_ID: ' ', MESHES_SECRET_KEY: undefined },
      fetch: unsent,
    });
    expect([status, errors]).toEqual([
      2,
      'meshes-doctor: set MESHES_ORGANIZATION_ID, MESHES_SECRET_KEY: the machine key comes from the environment. See --help.',
    ]);
  });

  test.each(['ftp://canary.example.com', 'http://canary.example.com', 'https://user:canary@api.example.com', 'canary'])(
    'MESHES_BASE_URL %s',
    async (value) => {
      const { status, output, errors } = await examine(here.sandbox, ['--json'], {
        environment: { MESHES_BASE_URL: value },
        fetch: unsent,
      });
      expect([status, output]).toEqual([2, '']);
      expect(errors).toMatch(/^meshes-doctor: MESHES_BASE_URL: expected an https URL/);
      expect(errors).not.toContain('canary');
    },
  );
});

test('--help explains every option, and needs nothing', async () => {
  const { status, output } = await examine(here.sandbox, ['--help'], {
    environment: { MESHES_SECRET_KEY: undefined },
    fetch: unsent,
  });
  expect([status, output]).toEqual([0, helpText]);
  for (const option of [
    '--workspace',
    '--origin',
    '--endpoint',
    '--header',
    '--embed-api',
    '--timeout',
    '--json',
    '--help',
  ])
    expect(output).toContain(option);
  for (const line of output.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
