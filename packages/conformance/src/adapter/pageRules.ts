import type { LaunchPage } from '@meshes-embed/core';
import { expect, test, vi } from 'vitest';
import { until } from '../until.ts';
import { createReports, type AdapterFixture } from './adapterFixture.ts';

/** Which page an adapter launches, and how it tells of another one. */
export function pageRules(fixture: AdapterFixture): void {
  const { show, status, say, iframes } = fixture;

  test('launches another page', async () => {
    const { backend } = fixture;
    const adapter = await show();
    await status('live');
    await adapter.render({ ...backend.options, page: 'events' });
    await until(() => expect(backend.launches).toEqual(['dashboard', 'events']));
    await status('live');
    expect(iframes()).toHaveLength(1);
  });

  test('tells once where the user went: that page is not launched for its own sake, and the one before is when it is wanted again', async () => {
    const { backend } = fixture;
    const { onNavigate, pages, documents } = createReports();
    const onPageChange = vi.fn();
    const options = { ...backend.options, onNavigate, onPageChange };
    const adapter = await show({ ...options, page: 'dashboard' });
    await until(() => expect(documents()).toBe(1));
    for (const path of ['/workspace/rules', '/workspace/rules/42']) {
      say({ type: 'meshes:navigate', path });
      await until(() => expect(pages().at(-1)).toBe(path));
    }
    expect(onPageChange).toHaveBeenCalledExactlyOnceWith('rules');

    await adapter.render({ ...options, page: 'rules' });
    adapter.handle.refresh();
    await until(() => expect(pages().at(-1)).toContain('took 2'));
    expect(documents()).toBe(1);
    expect(backend.launches).toEqual(['dashboard']);

    await adapter.render({ ...options, page: 'dashboard' });
    await until(() => expect(backend.launches).toEqual(['dashboard', 'dashboard']));
    await status('live');
    expect(onPageChange).toHaveBeenCalledOnce();
  });

  test('launches the dashboard for a page that there is not, and tells that', async () => {
    const { backend } = fixture;
    const onProblem = vi.fn();
    await show({ page: 'settings' as LaunchPage, onProblem });
    await status('live');
    expect(backend.launches).toEqual(['dashboard']);
    expect(onProblem).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'page-unknown' }));
  });
}
