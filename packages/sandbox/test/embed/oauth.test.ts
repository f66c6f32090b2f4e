import { describe, expect, test } from 'vitest';
import { request, useSandbox } from '../support/testSandbox.ts';

const api = useSandbox();

async function start(fields: Readonly<Record<string, unknown>> = {}) {
  const { access_token, session_id } = await api.mint({ role: 'admin', ...fields });
  const { status, body } = await api.call(access_token, 'POST', '/connections/oauth', {
    provider: 'team-chat',
    name: 'Alerts <b>',
  });
  expect(status).toBe(200);
  const url: string = body.authorize_url;
  return { url, session_id, access_token, state: new URL(url).searchParams.get('state') ?? '' };
}

async function decide(state: string, decision: string) {
  const response = await fetch(`${api.sandbox.embedUrl}/oauth/authorize`, {
    method: 'POST',
    body: new URLSearchParams({ state, decision }),
  });
  return { status: response.status, text: await response.text() };
}

async function names(token: string): Promise<string[]> {
  const { body } = await api.call(token, 'GET', '/connections');
  return body.records.map(({ name }: { name: string }) => name);
}

describe('OAuth connection setup (contract §7)', () => {
  test("the consent is a page of the embed's origin that cannot be framed and runs nothing", async () => {
    const { url } = await start();
    expect(new URL(url).origin).toBe(api.sandbox.embedUrl);
    const { status, headers, text } = await request(url, 'GET', null);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('Northwind Robotics');
    expect(text).toContain('Alerts &lt;b&gt;');
    expect(text).not.toContain('<b>');
  });

  test('approving makes the connection, once', async () => {
    const { state, access_token } = await start();
    expect(await names(access_token)).not.toContain('Alerts <b>');
    expect(await decide(state, 'approve')).toMatchObject({
      status: 200,
      text: expect.stringContaining('close this tab'),
    });
    expect(await names(access_token)).toContain('Alerts <b>');
    expect((await decide(state, 'approve')).status).toBe(400);
    expect((await names(access_token)).filter((name) => name === 'Alerts <b>')).toHaveLength(1);
  });

  test.each(['cancel', 'something else'])('"%s" makes none, and ends the request', async (decision) => {
    const { state, url, access_token } = await start();
    expect((await decide(state, decision)).status).toBe(200);
    expect(await names(access_token)).not.toContain('Alerts <b>');
    expect((await request(url, 'GET', null)).status).toBe(400);
  });

  test('it is over after ten minutes, and when its session was revoked', async () => {
    const [late, revoked] = [await start(), await start()];
    await api.manage('DELETE', `/sessions/${revoked.session_id}`);
    expect((await decide(revoked.state, 'approve')).status).toBe(400);
    api.clock.advance(600);
    expect((await request(late.url, 'GET', null)).status).toBe(400);
  });

  test.each(['', '?state=', '?state=nonsense'])('a state that was never given out (%s) gets 400', async (query) => {
    expect((await request(`${api.sandbox.embedUrl}/oauth/authorize${query}`, 'GET', null)).status).toBe(400);
  });

  test('a provider that takes an API key has none', async () => {
    const { access_token } = await api.mint({ role: 'admin' });
    expect(
      (await api.call(access_token, 'POST', '/connections/oauth', { provider: 'webhook', name: 'A' })).status,
    ).toBe(400);
  });
});
