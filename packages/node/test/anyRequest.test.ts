import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base, testHandler } from './handlerFixtures.ts';

/** Without lone surrogates, which no address can have. */
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** What a header may hold at all; a runtime refuses the rest before the handler sees it. */
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});
const step = fc.oneof(text, fc.constantFrom('..', '.', '%2e%2e', '%2f', 'sessions', 'refresh', 'ses_1', '', '\0', '%'));
const headers = fc.record(
  {
    'content-type': fc.oneof(
      headerText,
      fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain'),
    ),
    'sec-fetch-site': fc.oneof(headerText, fc.constantFrom('same-origin', 'cross-site', 'same-site', 'none')),
    origin: fc.oneof(headerText, fc.constantFrom('https://app.example', 'null', 'https://evil.example')),
    host: fc.oneof(headerText, fc.constantFrom('app.example', 'evil.example')),
    'content-length': fc.constantFrom('0', '7', '-1', '1e9', 'x'),
    cookie: headerText,
    'x-forwarded-host': headerText,
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  text,
  fc.json({ maxDepth: 3 }),
  fc
    .dictionary(fc.constantFrom('page', 'grant', 'role', 'workspace_id', '__proto__'), fc.jsonValue({ maxDepth: 2 }))
    .map((one) => JSON.stringify(one)),
  fc.uint8Array({ maxLength: 60 }),
);
const usual = fc.constant({ 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' });
const request = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
  // Half of them by a way that there is.
  steps: fc.oneof(
    fc.array(step, { maxLength: 4 }),
    fc.constantFrom<string[]>(['sessions'], ['sessions', 'ses_1', 'refresh'], ['sessions', 'ses_1']),
  ),
  headers: fc.oneof(headers, usual),
  body,
});

test('F3, F4, F5, F6, F7, F9, F10, F11, F16: of 1,500 random requests none is a failure of the server, and few are asked of Meshes', async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(request, async ({ method, steps, headers: given, body: sent }) => {
      const path = steps.map((one) => (one.includes('%') ? one : encodeURIComponent(one))).join('/');
      const carries = method !== 'GET' && method !== 'HEAD';
      const { handler, received, errors } = testHandler({ allowedOrigins: ['https://listed.example'] });
      const asked = new Request(`${base}/${path}`, {
        method,
        headers: Object.entries(given).map(([name, value]) => [name, value.trim()]),
        ...(carries && { body: typeof sent === 'string' ? sent : new Uint8Array(sent) }),
      });
      const answer = await handler(asked);
      statuses.add(answer.status);
      expect(answer.status).toBeLessThan(500);
      expect(errors).toEqual([]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(received.length).toBe(answer.status === 200 ? 1 : 0);
      // Only a mint can succeed: no grant is made up.
      if (answer.status === 200) expect(asked.method).toBe('POST');
      const told = await answer.text();
      if (answer.status >= 400 && told !== '')
        expect(Object.keys((JSON.parse(told) as { error: object }).error)).toEqual(['code', 'message']);
    }),
    { numRuns: 1_500 },
  );
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 403, 404, 405, 415]));
});
