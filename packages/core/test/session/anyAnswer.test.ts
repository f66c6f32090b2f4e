import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTrace, TraceError } from '../../src/inspect/index.ts';
import { readLaunchUrl } from '../../src/session/launchUrl.ts';
import { parseLaunchSession, parseRefreshedSession, SessionError } from '../../src/session/parseSession.ts';
import { readRouteAnswer } from '../../src/session/routeAnswer.ts';

const fields = ['session_id', 'access_token', 'launch_url', 'expires_in', 'expires_at', 'role', 'grant', '__proto__'];
const value = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, maxDepth: 2 });
const answer = fc.oneof(value, fc.dictionary(fc.constantFrom(...fields), fc.oneof(value, fc.string())));

/** What a call throws, or nothing. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (error) {
    return error;
  }
}

test('G7: any answer is a session, or refused by the name of a field', () => {
  fc.assert(
    fc.property(answer, fc.constantFrom(parseLaunchSession, parseRefreshedSession), (given, parse) => {
      const error = thrownBy(() => parse(given));
      if (error !== undefined) expect(error).toBeInstanceOf(SessionError);
      else expect(Object.values(parse(given)).every((one) => ['string', 'number'].includes(typeof one))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('2.3: any body, of any type and status, is JSON or a problem', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.json().map((one) => one.slice(0, -1)),
  );
  fc.assert(
    fc.property(text, fc.option(fc.string()), fc.integer({ min: 100, max: 599 }), (body, contentType, status) => {
      const read = readRouteAnswer({ status, contentType, body });
      if ('json' in read) expect([status >= 200 && status < 300, read.json]).toEqual([true, JSON.parse(body)]);
      else expect(read).toMatchObject({ code: expect.any(String), seen: expect.any(String) });
    }),
    { numRuns: 3_000 },
  );
});

test('D1, D3, D5: any text is refused, or an https URL without a user', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(
        fc.constantFrom('https:', 'http:', 'javascript:', 'blob:https:', ' https:', 'HTTPS:'),
        fc.constantFrom('//', '/', '\\\\', '', '/\t/'),
        fc.string({ unit: fc.constantFrom('@', ':', 'a', '.', '%40', '/', '\\', '#', '?', '\n', '１', '。') }),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const read = readLaunchUrl(given, false);
      if (typeof read === 'string') return;
      const url = new URL(read.href);
      expect([url.protocol, url.username, url.password, url.origin, url.href]).toEqual([
        'https:',
        '',
        '',
        read.origin,
        read.href,
      ]);
      // No user was left out on the way, not even an empty one.
      expect(given.replaceAll(/[\t\n\r]/g, '').replaceAll('\\', '/')).not.toMatch(/^\s*https:\/*[^/?#]*@/i);
    }),
    { numRuns: 5_000 },
  );
});

test('E7: any text is a trace, or refused as none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const error = thrownBy(() => readTrace(text));
      expect(error === undefined || error instanceof TraceError).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
