import { describe, expect, test } from 'vitest';
import { examine } from './examine.ts';
import { useSandbox } from './useSandbox.ts';

const here = useSandbox();

/** Sends the last token that it gave back in a header that the command shows. */
function spitefulFetch(): typeof globalThis.fetch {
  let token = '';
  return async (input, init) => {
    const url = new URL(String(input));
    const response = await fetch(input, init);
    const headers = new Headers(response.headers);
    if (url.pathname.startsWith('/workspace/'))
      headers.set(
        'content-security-policy',
        `frame-ancestors ${token} ${here.sandbox.secretKey} ${url.searchParams.get('launch')} ${'x'.repeat(60)} https://${token}`,
      );
    if (init?.method === 'DELETE')
      return new Response('{}', { status: 400, headers: { 'x-request-id': here.sandbox.secretKey } });
    const text = await response.text();
    token =
      (JSON.parse(/json/.test(headers.get('content-type') ?? '') ? text : '{}') as { access_token?: string })
        .access_token ?? token;
    return new Response(text, { status: response.status, headers });
  };
}

describe('E2: secrets', () => {
  test.each([[[]], [['--json']]])('a service that repeats them does not get them printed (%j)', async (args) => {
    const { status, output } = await examine(here.sandbox, args, { fetch: spitefulFetch(), spiteful: true });
    expect(status).toBe(1);
    const said = output.replaceAll(/\s+/g, ' ');
    expect(said).toContain('(request [hidden])');
    expect(said).toMatch(/frame-ancestors \(\d+ characters\) \[hidden\] \[hidden\] …/);
    for (const id of Object.keys(here.sandbox.stats().sessions)) here.sandbox.revokeSession(id);
  });

  test('of an error that holds secrets only the kind is shown', async () => {
    const fetch = () => {
      throw Object.assign(new TypeError(`could not sign with ${here.sandbox.secretKey}`), {
        cause: { code: here.sandbox.secretKey },
      });
    };
    const { status, output } = await examine(here.sandbox, [], { fetch });
    expect(status).toBe(1);
    expect(output).toContain('Meshes could not be reached');
  });
});
