import { apps } from '../../src/apps.ts';
import { testIds } from '@meshes-embed/app-shared';
import { expect, test } from '../../src/visualizer/visualizerTest.ts';

for (const app of apps) {
  test(`${app}: a failure and its cure are seen live, on chart and timeline, and no secret is`, async ({ open }) => {
    const { host, visualizer, sandbox, network, origin } = await open(app);
    await expect(visualizer.find('connection')).toContainText(`Connected with ${origin}`);
    await visualizer.expectActive('live');
    await expect(visualizer.find('when-in-words')).toHaveText(/^The token ends in \d+ (min|s)/);

    await sandbox.addFault({ fault: 'mint-status', status: 503, times: 1 });
    await host.getByTestId(testIds.relaunch).click();
    await visualizer.showOnly('problem');
    await expect(visualizer.find('steps').locator('.step-name')).toHaveText('backend-failed');
    await visualizer.find('steps').locator('.step').click();
    await visualizer.expectActive('recovering');
    await expect(visualizer.find('next-in-words')).toContainText('Another launch');
    await expect(visualizer.state('minting').locator('.transition.taken')).toHaveAttribute('data-event', 'error');
    await expect(visualizer.find('view')).toContainText('backend-failed');

    await expect(host.getByTestId(testIds.status)).toHaveText('live');
    await visualizer.find('follow').click();
    await visualizer.expectActive('live');
    await expect(visualizer.find('view')).toContainText(await host.getByTestId(testIds.session).innerText());

    const secrets = await network.secrets();
    expect(secrets.length).toBeGreaterThan(2);
    const shown = await visualizer.page.content();
    for (const secret of secrets) expect(shown).not.toContain(secret);
  });
}

test('it connects again when either side was reloaded', async ({ open }) => {
  const { host, visualizer } = await open('react');
  await visualizer.expectActive('live');
  await visualizer.page.reload();
  await expect(visualizer.find('connection')).toContainText('Connected with');
  await visualizer.expectActive('live');

  const before = await host.getByTestId(testIds.session).innerText();
  await host.reload();
  await expect(host.getByTestId(testIds.status)).toHaveText('live');
  const session = await host.getByTestId(testIds.session).innerText();
  expect(session).not.toBe(before);
  await expect(visualizer.find('view')).toContainText(session);
  await visualizer.expectActive('live');
});

test('each embed of a page can be chosen', async ({ open }) => {
  const { visualizer } = await open('svelte', 'scenario=two');
  await expect
    .poll(async () => (await visualizer.find('embeds').locator('option').allInnerTexts()).toSorted())
    .toEqual(['Events', 'Integrations']);
  await visualizer.find('embeds').selectOption('Events');
  await visualizer.expectSteps('fetch-session', 'fetch-session');
  await expect(visualizer.find('steps').locator('.step-detail').first()).toContainText('page events');
});

test('a page that it was not told of gets nothing from it, and gives it nothing', async ({ open, demo, context }) => {
  const { host, origin } = await open('element');
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    host.evaluate(
      (address) => {
        window.open(address, '_blank');
      },
      `${demo.visualizer}/?host=${encodeURIComponent(demo.apps[0]!.url)}`,
    ),
  ]);
  expect(origin).not.toBe(demo.apps[0]!.url);
  await expect(other.getByTestId('connection')).toContainText(`Waiting for ${demo.apps[0]!.url}`);
  await host.evaluate(() => {
    addEventListener('message', ({ data }) => {
      if (String((data as { type?: unknown }).type).startsWith('meshes-inspector')) document.title = 'hailed';
    });
  });
  // The one that was told of this page hails on, so that the listener is known to work.
  await expect(host).toHaveTitle('hailed');
  await expect(other.getByTestId('connection')).toContainText('Waiting for');
});
