import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fakeMeshes, type FakeMeshes } from '@meshes-embed/testing';
import { act, cleanup, render, screen } from '@testing-library/react';
import { IntegrationsPage } from './IntegrationsPage.tsx';

let fake: FakeMeshes;
beforeEach(() => {
  jest.useFakeTimers();
  fake = fakeMeshes({ endpoint: '/api/meshes', act, advanceTimers: (ms) => jest.advanceTimersByTimeAsync(ms) });
});
afterEach(() => {
  cleanup();
  fake.restore();
  jest.useRealTimers();
});

test('a token is renewed before its half hour is over, and nothing is launched again', async () => {
  render(<IntegrationsPage />);
  await fake.live();
  await act(() => jest.advanceTimersByTimeAsync(30 * 60_000));
  expect(fake.calls.map(({ kind }) => kind)).toEqual(['launch', 'refresh']);
  expect(fake.tokensReceived).toBe(2);
});

test('an embed that says nothing is told after a while', async () => {
  await fake.fail('embed-blocked');
  render(<IntegrationsPage />);
  await act(() => jest.advanceTimersByTimeAsync(5 * 60_000));
  expect(screen.getByRole('alert').textContent).toContain('Try again');
});
