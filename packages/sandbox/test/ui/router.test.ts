import { describe, expect, test } from 'vitest';
import { createRouter, paths, readRoute } from '../../src/ui/router.ts';

describe('paths', () => {
  test.each([
    ['/workspace/dashboard', { page: 'dashboard' }],
    ['/workspace/events', { page: 'events' }],
    ['/workspace/events/', { page: 'events' }],
    ['/workspace/events/evt_1', { page: 'event', id: 'evt_1' }],
    ['/workspace/connections/con_1/mappings', { page: 'mappings', connectionId: 'con_1' }],
    ['/workspace/events/a%2Fb', { page: 'event', id: 'a/b' }],
    ['/workspace/events/%E0%A4%A', { page: 'event', id: '%E0%A4%A' }],
    ['/workspace/members', { page: 'unknown' }],
    ['/workspace/settings', { page: 'unknown' }],
    ['/workspace/rules/1', { page: 'unknown' }],
    ['/workspace/connections/con_1', { page: 'unknown' }],
    ['/workspace/connections/con_1/mappings/more', { page: 'unknown' }],
    ['/workspace', { page: 'unknown' }],
    ['/', { page: 'unknown' }],
  ])('%s', (path, route) => {
    expect(readRoute(path)).toEqual(route);
  });

  test('an id goes into a path and comes out again', () => {
    expect(readRoute(paths.event('a/b?c#d'))).toEqual({ page: 'event', id: 'a/b?c#d' });
    expect(readRoute(paths.mappings('ä b'))).toEqual({ page: 'mappings', connectionId: 'ä b' });
  });
});

/** The two things of a window that the router touches. */
function fakeWindow() {
  const replaced: string[] = [];
  const window = {
    location: { pathname: '/workspace/dashboard' },
    history: { replaceState: (_state: unknown, _title: string, to: string) => replaced.push(to) },
  } as unknown as Window;
  return { window, replaced };
}

describe('moving', () => {
  test('replaces the address, and adds nothing to the history that is shared with the host', () => {
    const { window, replaced } = fakeWindow();
    const router = createRouter(window, '');
    const told: string[] = [];
    router.onMove((path) => told.push(path));
    router.go('/workspace/rules');
    expect(router.path()).toBe('/workspace/rules');
    expect(replaced).toEqual(['/workspace/rules']);
    expect(told).toEqual(['/workspace/rules']);
  });

  test('waits for a guard that holds the user back, until told to leave after all', () => {
    const { window } = fakeWindow();
    const router = createRouter(window, '');
    let leave = () => {};
    router.guard((move) => {
      leave = move;
      return true;
    });
    router.go('/workspace/rules');
    expect(router.path()).toBe('/workspace/dashboard');
    leave();
    expect(router.path()).toBe('/workspace/rules');
    router.go('/workspace/events');
    expect(router.path()).toBe('/workspace/events');
  });
});
