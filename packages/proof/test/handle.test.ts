// @vitest-environment happy-dom
import { createMeshesEmbed, MeshesEmbedError, type EmbedStatus } from '@meshes-embed/core';
import { fakeMeshes } from '@meshes-embed/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRandom, type Random } from '../src/explore/random.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // Development builds say each problem there.
  for (const level of ['error', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pages = ['dashboard', 'connections', 'rules', 'events'] as const;
const backendFailures = [401, 403, 404, 409, 429, 500, 503, 'network', 'timeout'] as const;
const times = [10, 600, 2_500, 6_000, 16_000, 70_000, 310_000, 1_900_000];

/** A real handle of core in a page, with a fake of Meshes around it, and everything that may be done to both. */
function createHandleWorld(random: Random) {
  const pick = <One>(of: readonly One[]): One => of[random.below(of.length)]!;
  const fake = fakeMeshes({ expiresIn: pick([300, 1_800]), advanceTimers: (ms) => vi.advanceTimersByTimeAsync(ms) });
  const told: string[] = [];
  const statuses: EmbedStatus[] = [];
  const containers = [0, 1].map(() => document.body.appendChild(document.createElement('div')));
  const embed = createMeshesEmbed({
    ...fake.options,
    onStatusChange: (status) => (told.push(`status ${status}`), statuses.push(status)),
    onProblem: ({ code }) => told.push(`problem ${code}`),
    onResize: () => told.push('resize'),
    onNavigate: () => told.push('navigate'),
    onPageChange: () => told.push('page'),
    onSessionChange: () => told.push('session'),
    onTrace: ({ kind, name }) => told.push(`${kind} ${name}`),
  });
  let unmount: (() => void) | undefined;
  /** The embed's own steps are for one that took a token. */
  const inFrame = async (step: () => Promise<void>): Promise<void> => {
    if (fake.embeds.some(({ tokensReceived }) => tokensReceived > 0)) await step();
  };
  const moves: Readonly<Record<string, () => unknown>> = {
    mount: () => (unmount = embed.mount(pick(containers), { keepInPage: random.below(3) === 0 })),
    unmount: () => unmount?.(),
    goTo: () => embed.goTo(pick(pages)),
    page: () => embed.update({ page: pick(pages) }),
    identity: () => embed.update({ identity: `user-${random.below(3)}` }),
    bounds: () => embed.update({ minHeight: pick([200, 480]) }),
    refresh: () => embed.refresh(),
    relaunch: () => embed.relaunch(),
    signOut: () => void embed.signOut(),
    diagnose: () => embed.diagnose(),
    fail: () => fake.backend.fail(pick(backendFailures)),
    failOnce: () => fake.backend.fail(pick(backendFailures), { times: 1, retryAfterMs: pick([0, 40_000]) }),
    recover: () => fake.recover(),
    hold: () => fake.backend.hold(),
    answer: () => fake.backend.answer(),
    navigate: () => inFrame(() => fake.embeds[0]!.navigate(pick(pages))),
    resize: () => inFrame(() => fake.embeds[0]!.resize(300 + random.below(600))),
    ask: () => inFrame(() => fake.embeds[0]!.askForToken()),
    expire: () => inFrame(() => fake.embeds[0]!.expireToken()),
    reload: () => inFrame(() => fake.embeds[0]!.reload()),
    say: () =>
      inFrame(() => fake.embeds[0]!.say(pick([null, 'text', { type: 'meshes:unknown' }, { type: 'meshes:ready' }]))),
    remove: () => document.querySelector('iframe')?.remove(),
    online: () => window.dispatchEvent(new Event('online')),
    focus: () => window.dispatchEvent(new Event('focus')),
    wait: () => vi.advanceTimersByTimeAsync(pick(times)),
    turn: () => vi.advanceTimersByTimeAsync(0),
  };
  const names = Object.keys(moves);
  const done: string[] = [];
  return {
    fake,
    embed,
    told,
    done,
    async move(name = pick(names)): Promise<void> {
      done.push(name);
      await moves[name]!();
    },
    end(): void {
      fake.restore();
      for (const container of containers) container.remove();
    },
  };
}

const seeds = Array.from({ length: 25 }, (_, index) => index + 1);

test.each(seeds)(
  'the handle itself, at random (seed %i): it comes back, and after destroy nothing is sent, asked or told',
  async (seed) => {
    const random = createRandom(seed);
    const world = createHandleWorld(random);
    const { fake, embed, told, done } = world;
    try {
      await world.move('mount');
      for (let step = 0; step < 40; step++) await world.move();

      // All goes well from now on, and a container is there.
      await fake.backend.answer();
      fake.recover();
      await world.move('mount');
      for (let press = 0; press < 3 && embed.getSnapshot().status !== 'live'; press++) {
        embed.relaunch();
        await vi.advanceTimersByTimeAsync(70_000);
      }
      expect([embed.getSnapshot().status, done]).toEqual(['live', done]);

      for (let step = 0; step < 10; step++) await world.move();
      embed.destroy();
      // A session that is given back is the last thing that is asked.
      await vi.advanceTimersByTimeAsync(0);
      const asked = fake.calls.filter(({ kind }) => kind !== 'revoke').length;
      const before = told.length;
      expect(() => embed.mount(document.body)).toThrow(MeshesEmbedError);
      for (const act of ['goTo', 'page', 'identity', 'refresh', 'relaunch', 'signOut', 'online', 'focus', 'answer'])
        await world.move(act);
      await vi.advanceTimersByTimeAsync(86_400_000);
      expect(told.slice(before)).toEqual([]);
      expect(fake.calls.filter(({ kind }) => kind !== 'revoke').length).toBe(asked);
      expect(document.querySelectorAll('iframe')).toHaveLength(0);
      expect(embed.getSnapshot().status).toBe('closed');
    } finally {
      embed.destroy();
      world.end();
    }
  },
);
