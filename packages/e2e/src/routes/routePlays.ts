import { expect } from '@playwright/test';
import type { SandboxControl } from '../demo/sandboxControl.ts';
import type { RouteHost } from './routeHost.ts';

/** What a play works with: a host at any router, and the sandbox, which counts launches. */
export interface RouteFixture {
  readonly host: RouteHost;
  readonly sandbox: SandboxControl;
}

/** So many launches were made, each of them once and with success. */
function expectLaunches(sandbox: SandboxControl, count: number): Promise<void> {
  return sandbox.expectStats({
    mintAttempts: count,
    mints: count,
    launches: count,
    launchesRefused: 0,
    authsReceived: count,
  });
}

/** By title. */
const plays: Readonly<Record<string, (fixture: RouteFixture) => Promise<void>>> = {
  async 'clicks inside of the embed change the address, and launch nothing'({ host, sandbox }) {
    await host.open('dashboard');
    await host.expectAt('dashboard');
    for (const page of ['rules', 'connections', 'events'] as const) {
      await host.walk(page);
      await host.expectAt(page);
      expect(await host.focused(), 'what has the focus, after a click into the embed').toBe('iframe');
    }
    await expectLaunches(sandbox, 1);
  },

  async 'Back and Forward lead through where its user was, and loading again arrives there'({ host, sandbox }) {
    await host.open('dashboard');
    await host.expectAt('dashboard');
    await host.walk('rules');
    await host.expectAt('rules');
    await host.travel('back');
    await host.expectAt('dashboard');
    await expectLaunches(sandbox, 2);
    await host.travel('forward');
    await host.expectAt('rules');
    await expectLaunches(sandbox, 3);
    await host.reload();
    await host.expectAt('rules');
    await expectLaunches(sandbox, 4);
  },

  async "a link of the host's navigation goes there by one launch, and by none to where the embed is"({
    host,
    sandbox,
  }) {
    await host.open('events');
    await host.expectAt('events');
    await host.follow('connections');
    await host.expectAt('connections');
    await expectLaunches(sandbox, 2);
    await host.walk('rules');
    await host.expectAt('rules');
    // It is there already, however it came there. A launch would be counted below.
    await host.follow('rules');
    await host.follow('dashboard');
    await host.expectAt('dashboard');
    await expectLaunches(sandbox, 3);
    // Nor did that link leave an entry.
    await host.travel('back');
    await host.expectAt('rules');
    await host.travel('back');
    await host.expectAt('connections');
    await host.travel('back');
    await host.expectAt('events');
    await expectLaunches(sandbox, 6);
  },

  async 'from the details of an event, the link of the events leads to the list'({ host, sandbox }) {
    await host.open('dashboard');
    await host.expectAt('dashboard');
    await host.walk('events');
    await host.expectAt('events');
    await host.openEvent();
    await host.expectEmbed('events', 'details');
    await host.expectAddress('events');
    await expectLaunches(sandbox, 1);
    await host.follow('events');
    await host.expectAt('events');
    await expectLaunches(sandbox, 2);
    await host.travel('back');
    await host.expectAt('dashboard');
    await expectLaunches(sandbox, 3);
  },

  async 'a page that is mistyped in the address is the dashboard'({ host, sandbox }) {
    await host.open('ruels');
    await host.expectEmbed('dashboard');
    await host.expectAddress('ruels');
    await expectLaunches(sandbox, 1);
    await host.follow('rules');
    await host.expectAt('rules');
    await host.travel('back');
    await host.expectEmbed('dashboard');
    await host.expectAddress('ruels');
    await expectLaunches(sandbox, 3);
    await host.follow('dashboard');
    await host.expectAt('dashboard');
    await expectLaunches(sandbox, 3);
  },
};

/** What users may expect of a host that has each page of the embed at a route of its own. */
export const routePlays = Object.keys(plays);

/**
 * Plays one of them, from a sandbox that has counted nothing to an empty page.
 *
 * @throws Error that says what did not come, and what the host showed then.
 */
export async function playRoutes(title: string, { host, sandbox }: RouteFixture): Promise<void> {
  await sandbox.reset();
  try {
    await plays[title]?.({ host, sandbox });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${await host.describe()}`, { cause: error });
  }
  await host.page.open('about:blank');
}
