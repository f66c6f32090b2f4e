import { expect, test } from 'vitest';
import { whyUnresponsive } from '../../src/embed/whyUnresponsive.ts';

const viewOf = (ancestorOrigins: readonly string[] | undefined, crossOriginIsolated = false): Window =>
  ({ location: { origin: 'https://host.example', ancestorOrigins }, crossOriginIsolated }) as unknown as Window;

test('2.9: an outer frame of another origin is named', () => {
  expect(whyUnresponsive(viewOf(['https://host.example', 'https://portal.example', 'https://top.example']))).toEqual({
    code: 'outer-frame',
    seen: 'this page is https://host.example in a frame of https://portal.example, https://top.example',
  });
});

test.each([
  ['no frame around it', viewOf([]), 'ready-missing'],
  ['frames of its own origin', viewOf(['https://host.example']), 'ready-missing'],
  ['a browser that does not tell', viewOf(undefined), 'ready-missing'],
  ['a page that is isolated', viewOf([], true), 'cross-origin-isolated'],
])('%s', (_name, view, code) => {
  expect(whyUnresponsive(view)).toEqual({ code });
});
