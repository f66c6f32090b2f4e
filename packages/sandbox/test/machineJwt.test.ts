import { describe, expect, test } from 'vitest';
import { sandboxCredentials } from '../src/state/credentials.ts';
import { request, useSandbox } from './support/testSandbox.ts';
import type { JwtChanges } from './support/signMachineJwt.ts';

const api = useSandbox();
const issued = () => Math.floor(api.clock.now() / 1000);
const list = (jwt?: JwtChanges) =>
  api.manage('GET', `/sessions?workspace_id=${api.sandbox.workspaces[0]?.id}`, undefined, jwt);

describe('machine JWT (contract §1)', () => {
  test('a JWT as agreed is accepted on every call', async () => {
    expect((await list()).status).toBe(200);
    const { session_id } = await api.mint();
    expect((await api.manage('POST', `/sessions/${session_id}/refresh`)).status).toBe(200);
    expect((await api.manage('DELETE', `/sessions/${session_id}`)).status).toBe(200);
  });

  test.each<[string, () => JwtChanges]>([
    ['shorter than 60 s', () => ({ claims: { exp: issued() + 1 } })],
    ['without typ, which JWT leaves optional', () => ({ header: { typ: undefined } })],
    ['of a caller whose clock is 5 s ahead', () => ({ claims: { iat: issued() + 5, exp: issued() + 65 } })],
    [
      'of a caller whose clock is 4 s behind, at its end',
      () => ({ claims: { iat: issued() - 64, exp: issued() - 4 } }),
    ],
    [
      'with the organization id in capitals',
      () => ({ claims: { org: sandboxCredentials.organizationId.toUpperCase() } }),
    ],
  ])('one %s is accepted', async (_case, changes) => {
    expect((await list(changes())).status).toBe(200);
  });

  test.each<[string, () => JwtChanges]>([
    ['G1: signed HS512', () => ({ header: { alg: 'HS512' } })],
    ['G1: signed HS384', () => ({ header: { alg: 'HS384' } })],
    ['signed by another secret', () => ({ secretKey: `${sandboxCredentials.secretKey}x` })],
    ['of an unknown access key', () => ({ header: { kid: 'mk_0123456789012345678901' } })],
    ['without kid', () => ({ header: { kid: undefined } })],
    ['of another type', () => ({ header: { typ: 'at+jwt' } })],
    ['of another issuer', () => ({ claims: { iss: 'urn:meshes:m2m:mk_0123456789012345678901' } })],
    ['without issuer', () => ({ claims: { iss: undefined } })],
    ['for another audience', () => ({ claims: { aud: 'other-api' } })],
    ['without audience', () => ({ claims: { aud: undefined } })],
    ['without organization', () => ({ claims: { org: undefined } })],
    ['whose organization is no text', () => ({ claims: { org: 7 } })],
    ['G3: that lives 61 s', () => ({ claims: { exp: issued() + 61 } })],
    ['that ends before it begins', () => ({ claims: { exp: issued() - 1 } })],
    ['that never ends', () => ({ claims: { exp: undefined } })],
    ['without iat', () => ({ claims: { iat: undefined } })],
    ['whose iat is text', () => ({ claims: { iat: String(issued()) } })],
    ['from 6 s in the future', () => ({ claims: { iat: issued() + 6, exp: issued() + 60 } })],
    ['that ended 5 s ago', () => ({ claims: { iat: issued() - 65, exp: issued() - 5 } })],
  ])('one %s is refused with 401', async (_case, changes) => {
    const answer = await list(changes());
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ message: expect.stringContaining('Machine JWT'), error: { code: 'unauthorized' } });
  });

  test('a known key with another organization gets 403', async () => {
    const answer = await list({ claims: { org: '00000000-0000-4000-8000-000000000000' } });
    expect(answer.status).toBe(403);
    expect(answer.body.message).toEqual(expect.any(String));
  });

  test('a wrong signature with another organization gets 401: who cannot sign learns nothing', async () => {
    const answer = await list({ claims: { org: '00000000-0000-4000-8000-000000000000' }, secretKey: 'x'.repeat(43) });
    expect(answer.status).toBe(401);
  });

  test.each([
    ['nothing', null],
    ['no JWT', 'hello'],
    [
      'an unsigned JWT',
      `${base64url({ alg: 'none', typ: 'JWT', kid: sandboxCredentials.accessKey })}.${base64url({ org: sandboxCredentials.organizationId })}.`,
    ],
    ['the secret itself', sandboxCredentials.secretKey],
  ])('%s as a token gets 401, without an echo', async (_case, token) => {
    const answer = await request(`${api.sandbox.apiUrl}/api/v1/sessions`, 'POST', token, {});
    expect(answer.status).toBe(401);
    if (token !== null) expect(answer.text).not.toContain(token);
  });

  test('another scheme than Bearer gets 401', async () => {
    const answer = await request(
      `${api.sandbox.apiUrl}/api/v1/sessions`,
      'POST',
      null,
      {},
      { authorization: 'Basic dTpw' },
    );
    expect(answer.status).toBe(401);
  });

  test('an access token of a session is no machine JWT', async () => {
    const { access_token } = await api.mint();
    const answer = await request(`${api.sandbox.apiUrl}/api/v1/sessions`, 'POST', access_token, {});
    expect(answer.status).toBe(401);
  });
});

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
