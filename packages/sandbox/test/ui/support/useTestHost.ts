import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Sandbox } from '../../../src/index.ts';
import { startTestHost, type OpenEmbed, type OpenOptions, type TestHost } from './testHost.ts';

/** One sandbox and browser for all tests of a file; data as seeded, and no page open, at each test's start. */
export function useTestHost(): {
  readonly sandbox: () => Sandbox;
  readonly open: (options?: OpenOptions) => Promise<OpenEmbed>;
} {
  let host: TestHost;
  const opened: OpenEmbed[] = [];
  beforeAll(async () => {
    host = await startTestHost();
  });
  afterAll(() => host.close());
  beforeEach(() => host.sandbox.reset());
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(({ page }) => page.close()));
  });
  return {
    sandbox: () => host.sandbox,
    async open(options) {
      const embed = await host.open(options);
      opened.push(embed);
      return embed;
    },
  };
}
