import { expect, test } from 'vitest';
import { shortestLife, tokenLife } from '../../src/ui/frame/tokenLife.ts';

function token(claims: unknown): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `header.${payload}.signature`;
}

test('the life of a token is exp minus iat, in ms, whatever the clock says', () => {
  expect(tokenLife(token({ iat: 1_000, exp: 2_800 }))).toBe(1_800_000);
});

test('base64url is read: characters that plain base64 does not have, and no padding', () => {
  const claims = { iat: 10, exp: 310, name: 'ÿ?>ü~' };
  expect(token(claims)).toMatch(/[-_]/);
  expect(tokenLife(token(claims))).toBe(300_000);
});

test('a token that has ended before it was made has no life', () => {
  expect(tokenLife(token({ iat: 100, exp: 50 }))).toBe(0);
});

test.each([
  ['no JWT', 'opaque'],
  ['no base64', 'a.%%%.c'],
  ['no JSON', `a.${Buffer.from('nope').toString('base64url')}.c`],
  ['null', token(null)],
  ['no times', token({ sub: 'someone' })],
  ['times as text', token({ iat: '1', exp: '2' })],
])('a token that does not tell (%s) is given the shortest life of the contract', (_case, text) => {
  expect(tokenLife(text)).toBe(shortestLife);
});
