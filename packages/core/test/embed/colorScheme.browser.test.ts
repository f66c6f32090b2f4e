import { expect, test } from 'vitest';
import { createEmbedBench, createReports, embedOrigin, eventually } from '../support/embedBench.ts';

test('4.14: the embed finds the color scheme of the option, at once and at run time, whatever the system says', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, pages } = createReports();
  const { embed } = await fixture.live({ onNavigate, colorScheme: 'dark' });
  /** Asks until the answer is there: the frame takes its time to be told. */
  const finds = (scheme: string): Promise<void> =>
    eventually(() => {
      fixture.iframe().contentWindow!.postMessage({ scheme: true }, embedOrigin());
      expect(pages().at(-1)).toBe(scheme);
    });
  await finds('dark');
  embed.update({ colorScheme: 'light' });
  await finds('light');
  embed.update({ colorScheme: 'dark' });
  await finds('dark');
  expect(fixture.launches).toHaveLength(1);
});
