import { describe, expect, test } from 'vitest';
import type { OpenEmbed } from './support/testHost.ts';
import { useTestHost } from './support/useTestHost.ts';

const host = useTestHost();

/** How each of the six pages (contract §3) is reached. */
const pages: Readonly<Record<string, (opening: OpenEmbed) => Promise<void>>> = {
  dashboard: async ({ embed }) => embed.getByTestId('figures').waitFor(),
  connections: async ({ embed }) => {
    await embed.getByTestId('nav-connections').click();
    await embed.getByTestId('add-connection').click();
    await embed.getByTestId('connection-row').first().getByTestId('remove').click();
  },
  rules: async ({ embed }) => {
    await embed.getByTestId('nav-rules').click();
    await embed.getByTestId('add-rule').click();
    await embed.getByTestId('rule-row').first().getByTestId('delete-rule').click();
  },
  events: async ({ embed }) => {
    await embed.getByTestId('nav-events').click();
    await embed.getByTestId('event-row').first().waitFor();
  },
  'event detail': async ({ embed }) => {
    await embed.getByTestId('nav-events').click();
    await embed.getByTestId('event-row').filter({ hasText: 'Failed' }).first().getByTestId('event-link').click();
    await embed.getByTestId('payload').waitFor();
  },
  'connection mappings': async ({ embed }) => {
    await embed.getByTestId('nav-connections').click();
    await embed.getByTestId('mappings-link').first().click();
    await embed.getByTestId('add-mapping').click();
  },
};

describe.each([360, 768, 1400])('at %i px', (width) => {
  test.each(Object.entries(pages))('%s: nothing sticks out, and every control has a name', async (_name, reach) => {
    const opening = await host.open({
      session: { scopes: ['events.payload:read'] },
      context: { viewport: { width, height: 800 } },
    });
    await reach(opening);
    const { overflowing, nameless } = await opening.embed.locator('html').evaluate((html) => ({
      // Cards hide what sticks out of their round corners, and so have to be measured themselves.
      overflowing: [html, ...html.querySelectorAll('.card')]
        .filter((box) => box.scrollWidth > box.clientWidth)
        .map((box) => box.className),
      nameless: [...html.querySelectorAll<HTMLInputElement>('input, select, button')]
        .filter((control) => !control.ariaLabel && !control.textContent?.trim() && !control.labels?.length)
        .map((control) => control.outerHTML),
    }));
    expect(overflowing).toEqual([]);
    expect(nameless).toEqual([]);
    expect(await opening.embed.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
});

test('only the keyboard is needed to reach a page, adds a rule and sees where it is', async () => {
  const { page, embed } = await host.open();
  await embed.getByTestId('figures').waitFor();
  await page.keyboard.press('Tab');
  const outline = () => embed.locator(':focus').evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await embed.locator(':focus').innerText()).toBe('Dashboard');
  expect(await outline()).toBe('solid');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await embed.getByRole('heading', { name: 'Rules', level: 1 }).waitFor();
  await embed.getByTestId('add-rule').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await embed.getByTestId('rule-form').waitFor();
  await page.keyboard.type('By keyboard');
  expect(await embed.getByLabel('Name').inputValue()).toBe('By keyboard');
});

test('a user who wants less motion gets no animation', async () => {
  const { embed } = await host.open({ context: { reducedMotion: 'reduce' } });
  await embed.getByTestId('nav-rules').click();
  await embed.getByRole('switch').first().waitFor();
  const durations = await embed
    .locator('html')
    .evaluate(
      (html) =>
        [...html.querySelectorAll('*')]
          .map((element) => getComputedStyle(element))
          .filter((style) => style.transitionProperty !== 'none' && style.transitionDuration !== '0s').length,
    );
  expect(durations).toBe(0);
});
