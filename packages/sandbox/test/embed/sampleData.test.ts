import { describe, expect, test } from 'vitest';
import { atlas, signIn } from '../support/signIn.ts';
import { useSandbox } from '../support/testSandbox.ts';

const api = useSandbox();

describe('the sample data', () => {
  test('each workspace has connections, one of them broken, rules, and a history with failures', async () => {
    expect(api.sandbox.workspaces.length).toBeGreaterThanOrEqual(2);
    for (const { id } of api.sandbox.workspaces) {
      const user = await signIn(api, { workspace_id: id });
      const connections = await user.connections();
      expect(connections).toHaveLength(5);
      expect(new Set(connections.map(({ provider }) => provider)).size).toBe(5);
      expect(connections.filter(({ status }) => status === 'error')).toHaveLength(1);
      expect((await user.rules()).records.length).toBeGreaterThanOrEqual(6);
      const events = await user.allEvents();
      expect(events).toHaveLength(120);
      expect(new Set(events.map(({ status }) => status))).toEqual(new Set(['delivered', 'failed', 'pending']));
      expect(events.every(({ deliveries }) => deliveries > 0)).toBe(true);
      const oldest = Date.parse(events.at(-1)?.created_at ?? '');
      expect(api.clock.now() - oldest).toBeLessThanOrEqual(14 * 86_400_000);
      expect(api.clock.now() - oldest).toBeGreaterThan(13 * 86_400_000);
    }
  });

  test('no payload names a host that exists', async () => {
    const user = await signIn(api, { scopes: ['events.payload:read'] });
    const { records } = await user.events();
    for (const { id } of records) expect(JSON.stringify((await user.event(id)).payload)).toMatch(/@[a-z-]+\.example"/);
  });
});

describe('dashboard', () => {
  test('its figures agree with the events and rules', async () => {
    const user = await signIn(api);
    const [dashboard, events, rules] = [await user.dashboard(), await user.allEvents(), await user.rules()];
    const today = new Date(api.clock.now()).toISOString().slice(0, 10);
    expect(dashboard.figures.events_today).toBe(events.filter(({ created_at }) => created_at.startsWith(today)).length);
    expect(dashboard.figures.active_rules).toBe(rules.records.filter(({ enabled }) => enabled).length);
    expect(dashboard.figures.active_connections).toBe(4);
    expect(dashboard.history).toHaveLength(14);
    expect(dashboard.history.at(-1)?.date).toBe(today);
    expect(dashboard.recent_deliveries).toHaveLength(10);
    expect(dashboard.figures.delivered_rate).toBeGreaterThan(0.5);
    expect(dashboard.figures.delivered_rate).toBeLessThan(1);
  });

  test('a resource session counts what is its own', async () => {
    const user = await signIn(api, atlas);
    const [dashboard, events] = [await user.dashboard(), await user.allEvents()];
    const ids = new Set(events.map(({ id }) => id));
    expect(dashboard.recent_deliveries.every(({ event_id }) => ids.has(event_id))).toBe(true);
    expect(dashboard.figures.failed_deliveries).toBeLessThan(
      (await (await signIn(api)).dashboard()).figures.failed_deliveries,
    );
  });
});
