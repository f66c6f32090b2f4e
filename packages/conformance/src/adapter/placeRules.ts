import { expect, test, vi } from 'vitest';
import { until } from '../until.ts';
import type { AdapterFixture } from './adapterFixture.ts';

/** Where an adapter and its displays are in the page, and how large. */
export function placeRules(fixture: AdapterFixture): void {
  const { show, showOwnDisplays, status, find, container, iframes } = fixture;

  const boxOf = (element: Element | undefined): number[] => {
    const { left, top, width, height } = element!.getBoundingClientRect();
    return [left, top, width, height].map(Math.round);
  };

  test('2.13: fills what it is in where it is told to, and tells heights all the same', async () => {
    fixture.place.style.height = '300px';
    const onResize = vi.fn();
    const adapter = await show({ fit: 'container', onResize });
    await until(() => expect(onResize).toHaveBeenLastCalledWith(640));
    expect(boxOf(iframes()[0])).toEqual(boxOf(fixture.place));
    expect(fixture.place.scrollHeight).toBe(300);
    const iframe = iframes()[0];
    await adapter.render({ ...fixture.backend.options, onResize });
    await until(() => expect(iframe).toHaveProperty('offsetHeight', 640));
    await adapter.render({ ...fixture.backend.options, fit: 'container', onResize });
    await until(() => expect(boxOf(iframe)).toEqual(boxOf(fixture.place)));
    expect(iframes()).toEqual([iframe]);
    expect(fixture.backend.launches).toHaveLength(1);
  });

  test('takes no more room than there is while it waits, where it fills what it is in', async () => {
    fixture.place.style.height = '300px';
    fixture.backend.hold();
    await show({ fit: 'container' });
    await status('minting');
    expect(fixture.place.scrollHeight).toBe(300);
    expect(boxOf(find('[role="status"]')[0])).toEqual(boxOf(fixture.place));
  });

  test('2.17: its own words go by their own direction', async () => {
    const serve = fixture.backend.hold();
    fixture.place.dir = 'rtl';
    await show();
    await status('minting');
    const direction = (display: string): string =>
      getComputedStyle([...find(`${display}[dir="auto"]`), ...find(`${display} [dir="auto"]`)][0]!).direction;
    expect(direction('[role="status"]')).toBe('ltr');
    fixture.backend.refuse(403);
    serve();
    await status('failed');
    await until(() => expect(direction('[role="alert"]')).toBe('ltr'));
  });

  test("4.9: a loading display of the page's own fills the place", async () => {
    fixture.backend.hold();
    await showOwnDisplays();
    await status('minting');
    const [, , width, height] = boxOf(fixture.place);
    expect([width, height]).toEqual([fixture.place.clientWidth, 480]);
    await until(() => expect(boxOf(find('[data-own="loading"]')[0])).toEqual(boxOf(fixture.place)));
    expect(find('[role="status"][dir="auto"]')).toEqual([]);
  });

  test("4.9: a display of a problem of the page's own fills the place", async () => {
    fixture.backend.refuse(403);
    await showOwnDisplays();
    await status('failed');
    await until(() => expect(boxOf(find('[data-own="problem"]')[0])).toEqual(boxOf(fixture.place)));
    expect(fixture.place.scrollHeight).toBe(480);
    expect(container()?.childElementCount === 0 || container()?.localName === 'meshes-embed').toBe(true);
  });
}
