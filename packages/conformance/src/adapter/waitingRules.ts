import { expect, test } from 'vitest';
import { until } from '../until.ts';
import type { AdapterFixture } from './adapterFixture.ts';

/** What a user sees and can do until an embed is live. */
export function waitingRules(fixture: AdapterFixture): void {
  const { show, showPlain, status, find, container, iframes } = fixture;

  /** The button of a display, once it is there. */
  const button = (display: string): Promise<HTMLElement> =>
    until(() => {
      const [found] = find(`${display} button`);
      if (!found) throw new Error(`There is no button in ${display}.`);
      return found;
    });

  test('shows that it loads, as a status, until it is live', async () => {
    const serve = fixture.backend.hold();
    await show();
    await status('minting');
    expect(find('[role="status"]')[0]?.textContent).toBe('Loading…');
    expect(container()?.getAttribute('aria-busy')).toBe('true');
    serve();
    await status('live');
    await until(() => expect(find('[role="status"]')[0]?.textContent ?? '').toBe(''));
  });

  test('shows a problem as an alert, with a button that tries again and leaves the focus inside', async () => {
    fixture.backend.refuse(403);
    await show();
    await status('failed');
    const retry = await button('[role="alert"]');
    expect(document.activeElement).toBe(document.body);
    fixture.backend.refuse(null);
    retry.focus();
    retry.click();
    await status('live');
    expect(find('[role="alert"]')).toEqual([]);
    expect(fixture.backend.launches).toHaveLength(2);
    expect(fixture.place.contains(document.activeElement)).toBe(true);
  });

  test('says what is tried again and when, with a button that does it now and leaves the focus inside', async () => {
    const { backend } = fixture;
    backend.refuse(503, 60_000);
    await show();
    await status('recovering');
    const tryNow = await button('[role="status"]');
    expect(tryNow).toMatchObject({ type: 'button', textContent: 'Try now' });
    expect(find('[role="status"]')[0]?.textContent).toMatch(/is busy or not available.*Next try at .*\d/);
    expect(find('[role="alert"]')).toEqual([]);
    expect(document.activeElement).toBe(document.body);
    backend.refuse(null);
    tryNow.focus();
    tryNow.click();
    await status('live');
    await until(() => expect(find('[role="status"]')[0]?.textContent ?? '').toBe(''));
    expect(find('[role="status"] button')).toEqual([]);
    expect(backend.launches).toHaveLength(2);
    expect(fixture.place.contains(document.activeElement)).toBe(true);
  });

  test('waits without any source of sessions, and goes live with one', async () => {
    const { backend } = fixture;
    const adapter = await showPlain({ endpoint: undefined, title: 'Integrations' });
    await status('idle');
    expect(() => adapter.handle.refresh()).not.toThrow();
    await adapter.render({ endpoint: undefined, title: 'Integrations', page: 'rules' });
    await status('idle');
    expect(backend.launches).toEqual([]);
    expect(iframes()).toEqual([]);
    await adapter.render({ ...backend.options, title: 'Integrations', page: 'rules' });
    await status('live');
    expect(backend.launches).toEqual(['rules']);
  });

  test('gives up the session it is waiting for', async () => {
    fixture.backend.hold();
    const adapter = await show();
    await status('minting');
    await adapter.unmount();
    // Put back within a few seconds, it would take that session.
    await until(() => expect(fixture.backend.lastSignal()).toHaveProperty('aborted', true));
  });
}
