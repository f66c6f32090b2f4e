import type { Connection, Dashboard, EventDetail, EventPage, EventSummary, RuleList } from '../../src/wire.ts';
import type { TestSandbox } from './testSandbox.ts';

/** What a resource session is minted with. */
export const atlas = { session_type: 'resource', resource: 'project', resource_id: 'atlas' };

/** A caller of the embed API in a session of its own, by default an admin's of the whole workspace. */
export async function signIn(api: TestSandbox, fields: Readonly<Record<string, unknown>> = {}) {
  const { access_token } = await api.mint({ role: 'admin', ...fields });
  const call = (method: string, path: string, body?: unknown) => api.call(access_token, method, path, body);
  return {
    call,
    events: async (query = '') => (await call('GET', `/events${query}`)).body as EventPage,
    event: async (id: string) => (await call('GET', `/events/${id}`)).body as EventDetail,
    rules: async () => (await call('GET', '/rules')).body as RuleList,
    connections: async () => (await call('GET', '/connections')).body.records as Connection[],
    dashboard: async () => (await call('GET', '/dashboard')).body as Dashboard,
    async allEvents(query = ''): Promise<EventSummary[]> {
      const all: EventSummary[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body } = await call('GET', `/events?cursor=${cursor}${query}`);
        all.push(...body.records);
        cursor = body.next_cursor;
      }
      return all;
    },
  };
}

/** See {@link signIn}. */
export type User = Awaited<ReturnType<typeof signIn>>;
