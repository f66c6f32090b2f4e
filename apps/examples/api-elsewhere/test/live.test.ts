import type { IncomingHttpHeaders } from 'node:http';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start, type Running } from '../start.ts';

const asked: { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];
let running: Running;
let browser: Browser;

beforeAll(async () => {
  running = await start(({ method = '', url = '', headers }) => asked.push({ method, url, headers }));
  browser = await chromium.launch(chromiumLaunch);
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

test('an API on another origin, a bearer token, a token against forged requests, and traced calls: live, refreshed, ended', async () => {
  const page = await browser.newPage();
  const printed: string[] = [];
  // What the embed itself says of requests that its session's end overtook is its own business.
  page.on(
    'console',
    (message) => message.location().url.startsWith(running.sandbox.embedUrl) || printed.push(message.text()),
  );
  await page.goto(running.pageUrl);
  const status = (expected: string) =>
    page.waitForFunction((wanted) => document.querySelector('meshes-embed')?.view.status === wanted, expected);
  await status('live');
  // A refresh that overtakes the screen's own calls makes their token stale, and the screen asks for another.
  await page.frameLocator('iframe').getByTestId('figures').waitFor();

  await page.evaluate(() => document.querySelector('meshes-embed')!.refresh());
  await page.waitForFunction(
    () =>
      document
        .querySelector('meshes-embed')!
        .trace()
        .filter(({ name }) => name === 'meshes:auth').length === 2,
  );

  // The embed tells what it was given by calls of its own, which end with it.
  await expect.poll(() => running.sandbox.stats().authsReceived).toBe(2);

  await page.evaluate(() => document.querySelector('meshes-embed')!.signOut());
  await status('idle');
  expect(running.sandbox.stats()).toMatchObject({ mints: 1, refreshes: 1, revokes: 1, launches: 1, authsReceived: 2 });

  const calls = asked.filter(({ url }) => url.startsWith('/meshes/'));
  const preflights = calls.filter(({ method }) => method === 'OPTIONS');
  expect(preflights[0]?.headers['access-control-request-headers']?.split(',')).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'traceparent', 'x-csrf-token']),
  );
  const sent = calls.filter(({ method }) => method !== 'OPTIONS');
  expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
  for (const { headers } of sent) {
    expect(headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer .{40,}/),
      'x-csrf-token': expect.stringMatching(/.{40,}/),
      traceparent: expect.any(String),
    });
    expect(headers.cookie).toBeUndefined();
  }
  expect(printed.filter((text) => !text.includes('[vite]'))).toEqual([]);
});
