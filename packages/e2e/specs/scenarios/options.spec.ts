import { expect, scenario } from '../../src/scenario/scenario.ts';
import type { HostScreen } from '../../src/demo/hostScreen.ts';
import { eventually } from '../../src/eventually.ts';

/** Marks the embed's document, and says whether it is still the same one when called. */
async function sameDocument(host: HostScreen): Promise<() => Promise<boolean>> {
  await host.inside(() => void Object.assign(window, { marked: true }));
  return () => host.inside(() => 'marked' in window);
}

const attributeIs = (host: HostScreen, name: string, value: string | null): Promise<void> =>
  eventually(async () => expect(await host.attribute('iframe', name)).toBe(value));

scenario('it is rendered again with everything written again', async ({ host, sandbox }) => {
  await host.openLive();
  const isSame = await sameDocument(host);
  for (let time = 0; time < 5; time += 1) await host.press('render');
  await host.press('refresh');
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
  expect(await isSame()).toBe(true);
});

scenario(
  'it is rendered again while it is launched',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'ready-never', times: 1 });
    await host.open({ time: 'held' });
    await host.expectStatus('launching');
    await host.press('render');
    await host.press('render');
    await host.outwaitSilence(1);
    await host.press('render');
    await host.outwaitRetry();
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 1 });
  },
  { says: ['ready-missing'] },
);

scenario('it gets other settings in place, and its own again', async ({ host, sandbox }) => {
  await host.openLive();
  const isSame = await sameDocument(host);
  const usual = await host.height();
  const heightIs = (height: number): Promise<void> => eventually(async () => expect(await host.height()).toBe(height));
  await host.setOptions({ title: 'Send events', minHeight: usual + 300, expected: { role: 'admin' } });
  await attributeIs(host, 'title', 'Send events');
  await heightIs(usual + 300);
  await host.setOptions({ title: '  ', minHeight: 200, maxHeight: 500, expected: { role: 'admin' } });
  await attributeIs(host, 'title', 'Meshes workspace');
  await heightIs(500);
  await host.setOptions({});
  await attributeIs(host, 'title', 'Integrations');
  await heightIs(usual);
  expect(await isSame()).toBe(true);
  await sandbox.expectStats({ mints: 1, launches: 1 });
});

scenario('it gets other permissions, which count from the next launch on', async ({ host, sandbox }) => {
  await host.openLive();
  await host.setOptions({ allow: 'fullscreen' });
  await host.press('render');
  expect(await host.attribute('iframe', 'allow'), 'what is allowed without the option').toBe('clipboard-write');
  await host.press('relaunch');
  await sandbox.expectStats({ mints: 2, authsReceived: 2 });
  await host.expectStatus('live');
  await attributeIs(host, 'allow', 'fullscreen');
});

scenario(
  'the callbacks of the page throw',
  async ({ host, sandbox }) => {
    await host.openLive({ settings: 'scenario=throwing' });
    await host.press('refresh');
    await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
    await host.expectStatus('live');
    expect(
      await host.page.evaluate(() =>
        window.meshesProbe.printed.some((text) => text.includes('A callback of the page throws')),
      ),
    ).toBe(true);
  },
  { mayPrint: /A callback of the page throws/ },
);
