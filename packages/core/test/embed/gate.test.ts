import { describe, expect, test } from 'vitest';
import { acceptMessage, type TrustedPeer } from '../../src/embed/gate.ts';
import { watched } from '../support/watched.ts';

const frame = {} as Window;
const other = {} as Window;
const open: TrustedPeer = { window: frame, origin: 'https://embed.meshes.io' };
const ready = { type: 'meshes:ready' };
const message = (parts: { source?: unknown; origin?: string; data?: unknown }): MessageEvent =>
  ({ source: frame, origin: open.origin, data: ready, ...parts }) as MessageEvent;

test('the embed’s own window, from the embed’s origin, with something known', () => {
  expect(acceptMessage(message({}), open)).toEqual({ message: ready });
});

describe('who does not get through', () => {
  test.each([
    ['A1: another embed’s window, of the right origin', { source: other }, 'other-source'],
    ['A4: no window at all', { source: null }, 'other-source'],
    ['A4: a port', { source: {} }, 'other-source'],
    ['A5: the right window, elsewhere by now', { origin: 'https://evil.example' }, 'other-origin'],
    ['A7: an opaque origin', { origin: 'null' }, 'other-origin'],
    ['A7: no origin', { origin: '' }, 'other-origin'],
    ['A8: a suffix', { origin: 'https://embed.meshes.io.evil.example' }, 'other-origin'],
    ['A8: a prefix', { origin: 'https://evil-embed.meshes.io' }, 'other-origin'],
    ['A8: a port', { origin: 'https://embed.meshes.io:8443' }, 'other-origin'],
    ['A8: the default port, spelt out', { origin: 'https://embed.meshes.io:443' }, 'other-origin'],
    ['A8: another scheme', { origin: 'http://embed.meshes.io' }, 'other-origin'],
    ['A8: a trailing dot', { origin: 'https://embed.meshes.io.' }, 'other-origin'],
    ['A8: a trailing slash', { origin: 'https://embed.meshes.io/' }, 'other-origin'],
    ['A8: another case', { origin: 'https://EMBED.meshes.io' }, 'other-origin'],
    ['A8: a homograph', { origin: 'https://еmbed.meshes.io' }, 'other-origin'],
    ['B1: nothing', { data: null }, 'not-an-object'],
    ['B2: something unknown', { data: { type: 'meshes:unknown' } }, 'unknown-type'],
    ['B6: a height that is no number', { data: { type: 'meshes:resize', height: -1 } }, 'bad-field'],
  ])('%s', (_name, parts, refused) => {
    expect(acceptMessage(message(parts), open)).toEqual({ refused });
  });

  test('anybody, while there is no iframe', () => {
    expect(acceptMessage(message({}), null)).toEqual({ refused: 'not-open' });
  });

  test('A4: no one, when the iframe has no window', () => {
    expect(acceptMessage(message({ source: null }), { ...open, window: null })).toEqual({ refused: 'no-window' });
  });

  test('A7: an opaque origin, even where the gate was told to expect one', () => {
    expect(acceptMessage(message({ origin: 'null' }), { ...open, origin: 'null' })).toEqual({
      refused: 'other-origin',
    });
  });
});

test('the data of a stranger is not looked at', () => {
  for (const parts of [{ source: other }, { origin: 'https://evil.example' }]) {
    const { value, looks } = watched(ready);
    acceptMessage(message({ ...parts, data: value }), open);
    expect(looks()).toBe(0);
  }
});

test('source comes before origin: a stranger of the right origin is distinguished from a frame that went elsewhere', () => {
  expect(acceptMessage(message({ source: other, origin: 'https://evil.example' }), open)).toEqual({
    refused: 'other-source',
  });
});
