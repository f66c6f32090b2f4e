import { describe, expect, test } from 'vitest';
import { chooseTargetOrigin, readAuth } from '../../src/ui/frame/hostOrigin.ts';

const host = 'https://app.example';
const other = 'https://other.example';

describe('where messages are addressed to', () => {
  test.each([
    ['the parent, where the browser names it', { hostOrigins: [], ancestorOrigins: [host], referrer: '' }, host],
    ['the parent and not the top of several', { hostOrigins: [], ancestorOrigins: [host, other], referrer: '' }, host],
    ['the parent by the referrer', { hostOrigins: [], referrer: `${host}/settings?a=b` }, host],
    ['the parent out of several allowed', { hostOrigins: [other, host], ancestorOrigins: [host], referrer: '' }, host],
    ['the one allowed, where the browser names no one', { hostOrigins: [host], referrer: '' }, host],
    [
      'the one allowed, where someone else frames it',
      { hostOrigins: [host], ancestorOrigins: [other], referrer: '' },
      host,
    ],
    ['anyone, where no one is known or named', { hostOrigins: [], referrer: '' }, '*'],
    ['anybody, where the parent is opaque', { hostOrigins: [], ancestorOrigins: ['null'], referrer: '' }, '*'],
    ['anybody, where one of several cannot be told', { hostOrigins: [host, other], referrer: '' }, '*'],
  ])('%s', (_case, hints, expected) => {
    expect(chooseTargetOrigin(hints)).toBe(expected);
  });
});

describe('whose token is taken', () => {
  const parent = {} as Window;
  const event = { source: parent, origin: host, data: { type: 'meshes:auth', token: 'abc' } };

  test("the parent's, from an allowed origin", () => {
    expect(readAuth(event, parent, [host])).toBe('abc');
  });

  test("the parent's from anywhere, where the mint named no one", () => {
    expect(readAuth({ ...event, origin: other }, parent, [])).toBe('abc');
  });

  test("that of another window of the parent's origin, where the browser tells it", () => {
    const message = { ...event, source: {} as Window };
    expect(readAuth(message, parent, [host], host)).toBe('abc');
    expect(readAuth(message, parent, [], other)).toBeNull();
    expect(readAuth({ ...message, origin: other }, parent, [host], other)).toBeNull();
  });

  test.each([
    ['another window', { ...event, source: {} as Window }],
    ['no window', { ...event, source: null }],
    ['an origin that is not allowed', { ...event, origin: other }],
    ['an opaque origin', { ...event, origin: 'null' }],
    ['another type', { ...event, data: { type: 'meshes:ready', token: 'abc' } }],
    ['no token', { ...event, data: { type: 'meshes:auth' } }],
    ['a blank token', { ...event, data: { type: 'meshes:auth', token: '  ' } }],
    ['a token that is no text', { ...event, data: { type: 'meshes:auth', token: 7 } }],
    ['no object', { ...event, data: 'meshes:auth' }],
    ['null', { ...event, data: null }],
    ['nothing', { ...event, data: undefined }],
  ])('no one else: %s', (_case, message) => {
    expect(readAuth(message, parent, [host])).toBeNull();
  });
});
