import { describe, expect, test } from 'vitest';
import { fakeMeshes, type FakeMeshesOptions } from '../src/index.ts';
import { makeFake, showEmbed } from './support/bench.ts';

const source = () => Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
const happy = () =>
  JSON.stringify((globalThis as { happyDOM?: { settings: object } }).happyDOM?.settings ?? null, (key, value) =>
    key === '' || key.includes('IframePageLoading') ? value : undefined,
  );

describe('restore', () => {
  test('leaves the page as it was', async () => {
    const [before, settings, fetchBefore] = [source(), happy(), globalThis.fetch];
    const fake = fakeMeshes({ endpoint: '/api/meshes' });
    const { embed } = showEmbed({ endpoint: '/api/meshes', revoke: false });
    await fake.live();
    expect(happy()).toBe(settings);
    expect(source()).not.toEqual(before);
    const { sessionId } = embed.getSnapshot();
    fake.restore();
    fake.restore();
    expect(source()).toEqual(before);
    expect(happy()).toBe(settings);
    expect(globalThis.fetch).toBe(fetchBefore);
    expect(embed.getSnapshot()).toMatchObject({ status: 'live', sessionId });
    await expect(fake.live()).rejects.toMatchObject({ code: 'restored' });
  });

  test('of one fake leaves another', async () => {
    const [one, other] = [fakeMeshes(), makeFake()];
    showEmbed(other.options);
    await other.live();
    one.restore();
    await other.navigate('rules');
    expect(other.path).toBe('/workspace/rules');
  });

  test('comes with `using`', async () => {
    const before = source();
    {
      using fake = fakeMeshes();
      showEmbed(fake.options);
      await fake.live();
    }
    expect(source()).toEqual(before);
  });
});

describe('an address that is no launch URL of the fake', () => {
  test('is left to the page', async () => {
    const fake = makeFake();
    const { container } = showEmbed(fake.options);
    await fake.live();
    const iframe = container.querySelector('iframe')!;
    const own = document.createElement('iframe');
    own.src = 'about:blank#own';
    expect(own.getAttribute('src')).toBe('about:blank#own');
    expect(own.src).toBe('about:blank#own');
    expect(iframe.src).not.toBe(own.src);
  });
});

describe('a launch URL', () => {
  test('is good once: a second document for it says nothing', async () => {
    const fake = makeFake();
    const first = showEmbed(fake.options);
    const second = showEmbed(fake.options);
    await fake.live(2);
    const [used, iframe] = [first, second].map(({ container }) => container.querySelector('iframe')!);
    iframe!.src = used!.src;
    await fake.within(first.container).resize(700);
    expect(first.embed.getSnapshot().status).toBe('live');
    expect(second.embed.getSnapshot().status).toBe('launching');
    expect(fake.within(second.container).tokensReceived).toBe(0);
  });
});

describe('options', () => {
  test.each<[FakeMeshesOptions, RegExp]>([
    [{ role: 'king' as 'owner' }, /role: expected one of member, admin, owner, got king/],
    [{ sessionType: 7 as never }, /sessionType: expected one of .*got number/],
    [{ fails: 'all' as never }, /fails: expected one of not-authorized/],
    [{ expiresIn: 0 }, /expiresIn: expected a number above 0, got 0/],
    [{ height: Number.NaN }, /height: expected a number above 0, got NaN/],
    [{ timeout: '9' as never }, /timeout: expected a number above 0, got 9/],
    [{ act: {} as never }, /act: expected a function, got object/],
  ])('%o are refused by name', (options, message) => {
    expect(() => fakeMeshes(options)).toThrow(message);
  });
});
