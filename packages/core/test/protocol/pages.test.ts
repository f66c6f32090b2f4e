import { expect, test } from 'vitest';
import { launchPages, launchPagesByType, sessionRoles, sessionTypes } from '../../src/protocol/index.ts';

test('pages, types and roles are those of contract §2, the default first', () => {
  expect(launchPages).toEqual(['dashboard', 'connections', 'rules', 'events']);
  expect(sessionTypes).toEqual(['workspace', 'resource', 'dashboard']);
  expect(sessionRoles).toEqual(['member', 'admin', 'owner']);
});

test('what each session type may launch is what contract §2 says', () => {
  expect(launchPagesByType).toEqual({
    workspace: ['dashboard', 'connections', 'rules', 'events'],
    resource: ['dashboard', 'rules', 'events'],
    dashboard: ['dashboard'],
  });
});
