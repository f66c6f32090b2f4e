import { expect, test, type Visualizer } from '../../src/visualizer/visualizerTest.ts';

/** Clicks an event in a state's card, under the state that it leads to. */
async function send(visualizer: Visualizer, state: string, event: string): Promise<void> {
  await visualizer.state(state).locator(`.possible[data-event="${event}"]`).first().click();
}

test('to failed and back to live, by nothing but clicks', async ({ visit }) => {
  const visualizer = await visit('simulate');
  await visualizer.expectActive('idle');
  await send(visualizer, 'idle', 'MOUNT');
  await visualizer.expectActive('minting', 'minting.asking');
  await visualizer.find('ending').getByText('refuses for good').click();
  await visualizer.expectActive('failed');
  await expect(visualizer.find('context')).toContainText('not-authorized');

  // What every state allows is drawn far from this one.
  await visualizer.page.getByRole('button', { name: 'Fit' }).filter({ visible: true }).click();
  await send(visualizer, '', 'RELAUNCH');
  await visualizer.expectActive('minting', 'minting.asking');
  await visualizer.find('ending').getByText('answers', { exact: true }).click();
  await visualizer.expectActive('launching', 'launching.opening');
  await send(visualizer, 'launching', 'READY');
  await visualizer.expectActive('live');
  await visualizer.find('next-timer').click();
  await visualizer.expectActive('refreshing');
  await expect(visualizer.find('simulated-time')).not.toHaveText('0.000 s');

  await visualizer.find('step-back').click();
  await visualizer.expectActive('live');
});

test('every way to a state, the shortest first, and none without a way out', async ({ visit }) => {
  const visualizer = await visit('simulate');
  await visualizer.find('explore').click();
  await expect(visualizer.find('dead-ends')).toHaveText('Every state has a way out, but for the final one.');
  await visualizer.find('explore-target').selectOption('refreshing');
  const ways = visualizer.find('paths').locator('li');
  await expect(ways.first()).toHaveText(
    /^MOUNT.* → minting\.asking, done → launching\.opening, READY → live, DEADLINE.* → refreshing$/,
  );
  expect(await ways.count()).toBeGreaterThan(2);
  await ways.first().getByRole('button').click();
  await visualizer.expectActive('refreshing');
});

test('both machines are charts that can be searched', async ({ visit }) => {
  const visualizer = await visit('chart');
  await expect(visualizer.state('launching.opening')).toBeVisible();
  await visualizer.enter('chart-search', 'triesLeft');
  await expect(visualizer.find('chart').locator('.transition.found')).not.toHaveCount(0);
  await visualizer.state('live').press('Enter');
  await expect(visualizer.find('details')).toContainText('TOKEN_REFRESH');
  await visualizer.find('side-frame').click();
  await expect(visualizer.state('authenticated.asking')).toBeVisible();
});

test('an address that names no page shows the chart', async ({ visit }) => {
  const visualizer = await visit('constructor');
  await expect(visualizer.state('idle')).toBeVisible();
  await expect(visualizer.page.getByTestId('page-chart')).toHaveAttribute('aria-current', 'page');
});
