import { fakeMeshes, type FakeMeshes } from '@meshes-embed/testing';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import IntegrationsPage from './IntegrationsPage.svelte';

let fake: FakeMeshes;
beforeEach(() => {
  fake = fakeMeshes({ endpoint: '/api/meshes', act });
});
afterEach(() => {
  // Before the fake goes: an embed that is left ends its session.
  cleanup();
  fake.restore();
});

test('the title follows the user inside of the embed', async () => {
  render(IntegrationsPage);
  expect(screen.getByText('Loading…')).toBeTruthy();
  await fake.live();
  expect(screen.queryByText('Loading…')).toBeNull();
  await fake.navigate('rules');
  expect(screen.getByRole('heading').textContent).toBe('Integrations: rules');
});

test('a user who is not allowed is told, and may try again', async () => {
  render(IntegrationsPage);
  await fake.live();
  await fake.fail('not-authorized');
  expect(screen.getByRole('alert').textContent).toContain('Sign in again');
  fake.recover();
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await fake.live();
  expect(screen.queryByRole('alert')).toBeNull();
});
