import { diagnose } from '@meshes-embed/core/diagnostics';
import { describe, expect, test, vi } from 'vitest';
import { FakeMeshesError } from '../src/index.ts';
import { makeFake, showEmbed } from './support/bench.ts';

/** What an embed was told by its document, as its trace has it. */
const heard = (embed: ReturnType<typeof showEmbed>['embed']): string[] =>
  embed
    .trace()
    .filter(({ kind }) => kind === 'in')
    .map(({ name }) => name);

describe('a live embed', () => {
  test('4.3: comes by the messages of the protocol, in their order, with nothing loaded or printed', async () => {
    const printed = (['error', 'warn', 'log', 'info'] as const).map((name) => vi.spyOn(console, name));
    const asked = vi.spyOn(globalThis, 'fetch');
    const fake = makeFake();
    const { embed, container } = showEmbed(fake.options);
    await fake.live();
    expect(embed.getSnapshot()).toMatchObject({
      status: 'live',
      height: 640,
      page: '/workspace/dashboard',
      role: 'member',
      workspaceId: '00000000-0000-4000-8000-000000000001',
    });
    expect(heard(embed)).toEqual(['meshes:ready', 'load', 'meshes:navigate', 'meshes:resize']);
    const iframe = container.querySelector('iframe')!;
    expect(iframe.src).toContain('https://embed.meshes.test/workspace/dashboard?launch=');
    expect(iframe.hasAttribute('src')).toBe(false);
    expect(iframe.style.height).toBe('640px');
    expect(asked).not.toHaveBeenCalled();
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test('2.15: nothing is blamed on a page, whether it has a layout or not', async () => {
    const fake = makeFake();
    const { embed } = showEmbed(fake.options);
    await fake.live();
    const { checks } = diagnose(embed);
    expect(checks.length).toBeGreaterThan(15);
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([]);
    const hasLayout = document.documentElement.clientWidth > 0;
    expect(checks.find(({ code }) => code === 'page-fit')?.result).toBe(hasLayout ? 'passed' : 'unknown');
  });

  test('passes the gate of core and goes around nothing: of all that is said, core drops what it has to', async () => {
    const fake = makeFake();
    const { embed, container } = showEmbed(fake.options);
    await fake.live();
    const iframe = container.querySelector('iframe')!;
    const navigate = { type: 'meshes:navigate', path: '/workspace/events' };
    const elsewhere = [
      { source: window, origin: 'https://embed.meshes.test' },
      { source: iframe.contentWindow, origin: 'https://embed.meshes.example' },
      { source: iframe.contentWindow, origin: location.origin },
    ];
    for (const from of elsewhere) window.dispatchEvent(new MessageEvent('message', { data: navigate, ...from }));
    await fake.say({ type: 'meshes:unheard-of' });
    await fake.say('a text');
    expect(embed.getSnapshot().page).toBe('/workspace/dashboard');
    expect(
      embed
        .trace()
        .filter(({ kind }) => kind === 'drop')
        .map(({ name }) => name),
    ).toEqual(['other-origin', 'other-origin', 'unknown-type', 'not-an-object']);
    await fake.say(navigate);
    expect(embed.getSnapshot().page).toBe('/workspace/events');
  });

  test('takes a token from its own page and address only', async () => {
    const fake = makeFake();
    const { container } = showEmbed(fake.options);
    await fake.live();
    const { contentWindow } = container.querySelector('iframe')!;
    contentWindow!.postMessage({ type: 'meshes:auth', token: 'another' }, 'https://elsewhere.test');
    await fake.resize(700);
    expect(fake.tokensReceived).toBe(1);
  });

  test('asks for another token where it is given one that its API refuses', async () => {
    const fake = makeFake();
    const { container } = showEmbed(fake.options);
    await fake.live();
    const { contentWindow } = container.querySelector('iframe')!;
    contentWindow!.postMessage({ type: 'meshes:auth', token: 'stale' }, 'https://embed.meshes.test');
    await fake.resize(700);
    expect(fake.calls.map(({ kind }) => kind)).toEqual(['launch', 'refresh']);
    expect(fake.tokensReceived).toBe(3);
  });

  test('has the session that the options say', async () => {
    const workspaceId = '3f0c1c5e-6f0b-4e0e-9b1a-5d1c2b3a4f5e';
    const fake = makeFake({ workspaceId, role: 'owner', sessionType: 'dashboard', height: 812, expiresIn: 300 });
    const { embed } = showEmbed(fake.options);
    await fake.live();
    expect(embed.getSnapshot()).toMatchObject({ workspaceId, role: 'owner', height: 812 });
    expect(embed.getSnapshot().expiresAt! - Date.now()).toBeLessThanOrEqual(300_000);
  });

  test('is at the dashboard where its session may not see the page', async () => {
    const fake = makeFake({ sessionType: 'resource' });
    const { embed } = showEmbed({ ...fake.options, page: 'connections' });
    await fake.live();
    expect(embed.getSnapshot().page).toBe('/workspace/dashboard');
    expect(fake.calls.map(({ page }) => page)).toEqual(['connections', 'dashboard']);
  });
});

describe('its user', () => {
  test('goes to another page, and to what is below one', async () => {
    const fake = makeFake();
    const onPageChange = vi.fn();
    const onNavigate = vi.fn();
    const { embed } = showEmbed({ ...fake.options, onPageChange, onNavigate });
    await fake.live();
    await fake.navigate('rules');
    await fake.navigate('/workspace/events/evt_1');
    expect(onPageChange.mock.calls).toEqual([['rules'], ['events']]);
    expect(embed.getSnapshot().page).toBe('/workspace/events/evt_1');
    expect(fake.path).toBe('/workspace/events/evt_1');
    expect(onNavigate).toHaveBeenCalledTimes(3);
    expect(fake.calls).toHaveLength(1);
  });

  test('sees another height', async () => {
    const fake = makeFake();
    const onResize = vi.fn();
    const { container } = showEmbed({ ...fake.options, onResize });
    await fake.live();
    await fake.resize(900);
    expect(container.querySelector('iframe')!.style.height).toBe('900px');
    expect(onResize).toHaveBeenLastCalledWith(900);
  });

  test('reloads the iframe, whose launch URL is spent', async () => {
    const fake = makeFake();
    const { embed } = showEmbed(fake.options);
    await fake.live();
    await fake.reload();
    expect(embed.getSnapshot().status).toBe('launching');
  });
});

describe('its token', () => {
  test('runs out: a newer one comes in place', async () => {
    const fake = makeFake();
    const onSessionChange = vi.fn();
    const { embed } = showEmbed({ ...fake.options, onSessionChange });
    await fake.live();
    await fake.expireToken();
    expect(embed.getSnapshot().status).toBe('live');
    expect(fake.tokensReceived).toBe(2);
    expect(fake.calls).toEqual([
      { kind: 'launch', page: 'dashboard', reason: 'mount' },
      { kind: 'refresh', sessionId: embed.getSnapshot().sessionId, reason: 'asked' },
    ]);
    expect(heard(embed).slice(-2)).toEqual(['meshes:token-refresh', 'meshes:token-expired']);
    expect(onSessionChange).toHaveBeenCalledTimes(2);
  });

  test('is refused by the embed’s API: it asks for a newer one', async () => {
    const fake = makeFake();
    const { embed } = showEmbed(fake.options);
    await fake.live();
    await fake.askForToken();
    expect(fake.tokensReceived).toBe(2);
    expect(heard(embed).at(-1)).toBe('meshes:token-refresh');
  });

  test('and launch URL stand in nothing that the fake tells', async () => {
    const fake = makeFake();
    showEmbed(fake.options);
    await fake.live();
    await fake.expireToken();
    const [{ status, sessionId, path, tokensReceived }] = fake.embeds as [(typeof fake.embeds)[0]];
    expect(JSON.stringify([fake.calls, { status, sessionId, path, tokensReceived }])).not.toMatch(/fake-token|launch=/);
    expect(status).toBe('live');
  });
});

describe('several embeds', () => {
  test('have documents and sessions of their own', async () => {
    const fake = makeFake();
    const one = showEmbed(fake.options);
    const other = showEmbed({ ...fake.options, page: 'rules' });
    await fake.live(2);
    expect(fake.embeds.map(({ container }) => container)).toEqual([one.container, other.container]);
    await fake.within(other.container).navigate('events');
    expect(one.embed.getSnapshot().page).toBe('/workspace/dashboard');
    expect(other.embed.getSnapshot().page).toBe('/workspace/events');
    expect(one.embed.getSnapshot().sessionId).not.toBe(other.embed.getSnapshot().sessionId);
    expect(() => fake.navigate('rules')).toThrow(/there are 2 embeds on the page.*within/);
    expect(() => fake.within(document.createElement('p'))).toThrow(FakeMeshesError);
  });

  test('may be those of several fakes', async () => {
    const [one, other] = [makeFake(), makeFake({ role: 'owner' })];
    const first = showEmbed(one.options);
    const second = showEmbed(other.options);
    await one.live();
    await other.live();
    await other.fail('not-authorized');
    expect(first.embed.getSnapshot()).toMatchObject({ status: 'live', role: 'member' });
    expect(second.embed.getSnapshot().status).toBe('failed');
    await one.live();
  });

  test('may be the former and the next document of one page change', async () => {
    const fake = makeFake();
    const { embed } = showEmbed(fake.options);
    await fake.live();
    fake.backend.hold();
    embed.goTo('rules');
    expect(fake.path).toBe('/workspace/dashboard');
    await fake.backend.answer();
    await fake.live();
    expect(fake.path).toBe('/workspace/rules');
    expect(fake.embeds).toHaveLength(1);
    expect(fake.tokensReceived).toBe(2);
  });
});

describe('an embed in a shadow root', () => {
  test('is found from outside', async () => {
    const host = document.body.appendChild(document.createElement('section'));
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const fake = makeFake();
    const { embed, container } = showEmbed(fake.options);
    embed.mount(inside);
    await fake.live();
    await fake.within(host).navigate('rules');
    expect(fake.within(host).container).toBe(inside);
    expect(fake.within(inside).status).toBe('live');
    expect(() => fake.within(container)).toThrow(/no embed in that element/);
    embed.destroy();
    host.remove();
  });
});
