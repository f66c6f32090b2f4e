import { compareTraces, readTrace } from '@meshes-embed/core/inspect';
import { expect, test } from '../../src/demo/demoTest.ts';
import { referenceTrace, withoutPace } from '../../src/demo/referenceTrace.ts';

test('takes the same steps as every other app', async ({ host, page }) => {
  const expectCount = (name: string, count: number): Promise<void> =>
    expect.poll(() => page.evaluate((wanted) => window.meshesTrace.filter((event) => event.name === wanted).length, name)).toBe(count);

  await host.openLive();
  await expectCount('meshes:navigate', 1);
  await host.press('refresh');
  await expectCount('meshes:auth', 2);
  await (await host.frame()).getByRole('link', { name: 'Rules' }).first().click();
  await expectCount('meshes:navigate', 2);
  await host.press('relaunch');
  await expectCount('meshes:navigate', 3);
  await host.press('toggle');
  await expectCount('idle', 1);

  const trace = readTrace(JSON.stringify(await page.evaluate(() => window.meshesTrace)));
  expect(compareTraces(referenceTrace, withoutPace(trace))?.text ?? 'the same').toBe('the same');
});
