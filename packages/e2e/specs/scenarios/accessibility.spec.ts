import { eventually } from '../../src/eventually.ts';
import { byTestId } from '../../src/demo/byTestId.ts';
import { expect, scenario } from '../../src/scenario/scenario.ts';
import { testIds } from '@meshes-embed/app-shared';

scenario(
  'it has a title, says when it is busy, and shows that it loads',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'ready-never', times: 1 });
    await host.open({ time: 'held' });
    await host.expectStatus('launching');
    expect(await host.attribute('container', 'aria-busy')).toBe('true');
    expect(await host.attribute('iframe', 'title')).toBe('Integrations');
    expect((await host.find('[role="status"]')).map(({ text }) => text)).toEqual(['Loading…']);
    await host.outwaitSilence(1);
    await host.outwaitRetry();
    await host.expectStatus('live');
    expect(await host.attribute('container', 'aria-busy')).toBe('false');
    await eventually(async () => expect((await host.find('[role="status"]')).map(({ text }) => text)).toEqual(['']));
  },
  { says: ['ready-missing'] },
);

scenario(
  'the problem is an alert with a button that the keyboard reaches',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await sandbox.act('revoke', await host.sessionId());
    await host.press('refresh');
    await host.expectStatus('failed');
    expect((await host.find('[role="alert"]')).map(({ shown }) => shown)).toEqual([true]);
    // It does not take the focus for itself.
    expect(await host.find('[role="alert"] :focus')).toHaveLength(0);
    await host.retry();
    await host.expectStatus('live');
    expect(await host.page.evaluate(() => document.activeElement === document.body)).toBe(false);
  },
  { says: ['session-revoked'] },
);

scenario(
  'the focus inside of it is there again after a fresh launch',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await host.focusInside();
    await sandbox.addFault({ fault: 'reload-frame', times: 1 });
    await host.outwaitSilence(2);
    await host.recoverAtOnce('frame-reloaded');
    await host.expectStatus('live');
    await host.expectFocusInside();
  },
  { says: ['frame-reloaded'] },
);

scenario('a fresh launch leaves the focus where it is', async ({ host, sandbox }) => {
  await host.openLive();
  await host.page.evaluate(
    (selector) => document.querySelector<HTMLElement>(selector)?.focus(),
    byTestId(testIds.relaunch),
  );
  await host.page.press('Enter');
  await sandbox.expectStats({ authsReceived: 2 });
  await host.expectStatus('live');
  expect((await host.find(byTestId(testIds.relaunch)))[0]?.focused).toBe(true);
});
