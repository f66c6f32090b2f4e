import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { useSandbox } from './support/testSandbox.ts';

const api = useSandbox();

function list(query: Readonly<Record<string, string>> = {}) {
  const parameters = new URLSearchParams({ workspace_id: api.sandbox.workspaces[0]?.id ?? '', ...query });
  return api.manage('GET', `/sessions?${parameters}`);
}

const atlas = { session_type: 'resource', resource: 'project', resource_id: 'atlas' };
const borealis = { session_type: 'resource', resource: 'project', resource_id: 'borealis' };

describe('listing sessions (contract §2)', () => {
  test('an empty workspace gives an empty page', async () => {
    expect(await list()).toMatchObject({ status: 200, body: { count: 0, limit: 50, next_cursor: null, records: [] } });
  });

  test('a record holds what was granted, absent fields left out, and nothing that opens anything', async () => {
    const minted = await api.mint({ ...atlas, external_user_id: 'user-7' });
    const plain = await api.mint();
    const { body } = await list();
    expect(body.records).toEqual([
      {
        session_id: plain.session_id,
        workspace_id: plain.workspace_id,
        role: 'member',
        session_type: 'workspace',
        status: 'active',
        created_at: new Date(api.clock.now()).toISOString(),
        expires_at: plain.expires_at,
        is_expired: false,
      },
      {
        session_id: minted.session_id,
        workspace_id: minted.workspace_id,
        role: 'member',
        session_type: 'resource',
        external_user_id: 'user-7',
        resource: 'project',
        resource_id: 'atlas',
        status: 'active',
        created_at: new Date(api.clock.now()).toISOString(),
        expires_at: minted.expires_at,
        is_expired: false,
      },
    ]);
  });

  test('tells expired ones, which are active still', async () => {
    await api.mint({ ttl_seconds: 300 });
    api.clock.advance(300);
    const { body } = await list({ status: 'active' });
    expect(body.records).toMatchObject([{ status: 'active', is_expired: true }]);
  });

  test('filters by status', async () => {
    const [one, other] = [await api.mint(), await api.mint()];
    await api.manage('DELETE', `/sessions/${one.session_id}`);
    expect((await list({ status: 'revoked' })).body.records).toMatchObject([
      { session_id: one.session_id, status: 'revoked' },
    ]);
    expect((await list({ status: 'active' })).body.records).toMatchObject([{ session_id: other.session_id }]);
    expect((await list()).body.count).toBe(2);
  });

  test('filters by resource and resource_id, together and one by one', async () => {
    await api.mint();
    const one = await api.mint(atlas);
    const other = await api.mint(borealis);
    expect((await list({ resource: 'project' })).body.count).toBe(2);
    expect((await list({ resource_id: 'atlas' })).body.records).toMatchObject([{ session_id: one.session_id }]);
    expect((await list({ resource: 'project', resource_id: 'borealis' })).body.records).toMatchObject([
      { session_id: other.session_id },
    ]);
    expect((await list({ resource: 'store', resource_id: 'atlas' })).body.count).toBe(0);
  });

  test('shows one workspace only', async () => {
    await api.mint({ workspace_id: api.sandbox.workspaces[1]?.id });
    expect((await list()).body.count).toBe(0);
    expect((await list({ workspace_id: api.sandbox.workspaces[1]?.id ?? '' })).body.count).toBe(1);
  });

  test('pages visit every session once, the newest first, whatever the limit, even while new ones are minted', async () => {
    const minted: string[] = [];
    for (let index = 0; index < 7; index += 1) minted.unshift((await api.mint()).session_id);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (limit) => {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const { body } = await list({ limit: String(limit), ...(cursor !== null && { cursor }) });
          expect(body.limit).toBe(limit);
          expect(body.count).toBe(body.records.length);
          expect(body.count).toBeLessThanOrEqual(limit);
          seen.push(...body.records.map((record: { session_id: string }) => record.session_id));
          cursor = body.next_cursor;
          if (cursor !== null) {
            expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
            await api.mint();
          }
        } while (cursor !== null);
        // Those minted by earlier runs come first; those minted while paging do not show.
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.slice(-7)).toEqual(minted);
      }),
      { numRuns: 6 },
    );
  });

  test('the default limit is 50, the largest 200', async () => {
    for (let index = 0; index < 51; index += 1) await api.mint();
    const { body } = await list();
    expect([body.count, body.next_cursor === null]).toEqual([50, false]);
    const rest = await list({ cursor: body.next_cursor });
    expect([rest.body.count, rest.body.next_cursor]).toEqual([1, null]);
    expect((await list({ limit: '200' })).body.count).toBe(51);
  });

  test.each([
    ['workspace_id', 'no UUID', { workspace_id: 'x' }],
    ['workspace_id', 'empty', { workspace_id: '' }],
    ['status', 'unknown', { status: 'expired' }],
    ['limit', 'zero', { limit: '0' }],
    ['limit', 'above 200', { limit: '201' }],
    ['limit', 'negative', { limit: '-1' }],
    ['limit', 'a fraction', { limit: '1.5' }],
    ['limit', 'no number', { limit: 'ten' }],
    ['limit', 'empty', { limit: '' }],
    ['cursor', 'of other characters', { cursor: 'a b' }],
    ['cursor', 'empty', { cursor: '' }],
    ['cursor', 'never given out', { cursor: 'AAAA' }],
  ])('%s %s gets 400', async (field, _case, query) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body.message).toContain(field);
  });

  test('a missing workspace_id gets 400, an unknown workspace 404', async () => {
    expect((await api.manage('GET', '/sessions')).status).toBe(400);
    expect((await list({ workspace_id: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
  });
});
