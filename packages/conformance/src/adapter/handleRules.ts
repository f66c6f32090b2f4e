import { connectInspector, type InspectorMessage } from '@meshes-embed/core/inspect';
import { expect, test, vi } from 'vitest';
import { until } from '../until.ts';
import { createReports, type AdapterFixture } from './adapterFixture.ts';

/** What the page may do with an adapter's handle. */
export function handleRules(fixture: AdapterFixture): void {
  const { show, status, say, iframes } = fixture;

  test('its handle refreshes in place', async () => {
    const { backend } = fixture;
    const { onNavigate, pages, documents } = createReports();
    const adapter = await show({ onNavigate });
    await until(() => expect(pages()).toHaveLength(1));
    adapter.handle.refresh();
    await until(() => expect(pages()[1]).toContain('took 2'));
    expect(documents()).toBe(1);
    expect(backend.refreshes).toEqual(['session-1']);
    expect(backend.launches).toHaveLength(1);
  });

  test('its handle launches again, on the page it is given', async () => {
    const { backend } = fixture;
    const { onNavigate, documents } = createReports();
    const adapter = await show({ onNavigate });
    await until(() => expect(documents()).toBe(1));
    adapter.handle.relaunch({ page: 'connections' });
    await until(() => expect(documents()).toBe(2));
    expect(backend.launches).toEqual(['dashboard', 'connections']);
    expect(iframes()).toHaveLength(1);
  });

  test("its handle goes to a page's front, and stays where it is there", async () => {
    const { backend } = fixture;
    const { onNavigate, pages, documents } = createReports();
    const onPageChange = vi.fn();
    const adapter = await show({ page: 'rules', onNavigate, onPageChange });
    await until(() => expect(documents()).toBe(1));
    say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await until(() => expect(pages()).toHaveLength(2));
    adapter.handle.goTo('rules');
    say({ type: 'meshes:navigate', path: '/workspace/rules/42' });
    await until(() => expect(pages()).toHaveLength(3));
    expect(backend.launches).toEqual(['rules']);
    adapter.handle.goTo('rules');
    await until(() => expect(backend.launches).toEqual(['rules', 'rules']));
    await status('live');
    expect(onPageChange).not.toHaveBeenCalled();
    adapter.handle.goTo('events');
    await until(() => expect(onPageChange).toHaveBeenCalledExactlyOnceWith('events'));
    expect(backend.launches).toEqual(['rules', 'rules', 'events']);
    expect(iframes()).toHaveLength(1);
  });

  test('its handle diagnoses, without a secret', async () => {
    const { backend } = fixture;
    const adapter = await show();
    await status('live');
    const report = JSON.stringify(adapter.handle.diagnose());
    expect(report).toContain('session-1');
    for (const secret of backend.secrets) expect(report).not.toContain(secret);
  });

  test('its handle can be inspected: the trace and the view, without a secret', async () => {
    const { backend } = fixture;
    const adapter = await show();
    await status('live');
    const { port1, port2 } = new MessageChannel();
    const heard: InspectorMessage[] = [];
    port1.addEventListener('message', ({ data }: MessageEvent<InspectorMessage>) => heard.push(data));
    port1.start();
    const stop = connectInspector(adapter.handle, port2);
    adapter.handle.refresh();
    const liveAgain = {
      event: expect.objectContaining({ name: 'live' }),
      view: expect.objectContaining({ status: 'live', sessionId: 'session-1' }),
    };
    await until(() => expect(heard).toContainEqual(expect.objectContaining(liveAgain)));
    stop();
    await until(() => expect(heard.at(-1)?.type).toBe('meshes-inspector:bye'));
    port1.close();
    expect(heard[0]).toMatchObject({ type: 'meshes-inspector:hello', view: { status: 'live' } });
    for (const secret of backend.secrets) expect(JSON.stringify(heard)).not.toContain(secret);
  });
}
