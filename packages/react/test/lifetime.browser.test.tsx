import { until } from '@meshes-embed/conformance/until';
import { Activity, startTransition, StrictMode, Suspense, use, type ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { MeshesEmbed, type MeshesEmbedOptions } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

const page = setUpPage();

/** Long enough for what core does one task after an unmount. */
const aTask = (): Promise<void> => new Promise((resolve) => setTimeout(() => setTimeout(resolve)));

for (const strict of [false, true]) {
  test(`Activity${strict ? ' in StrictMode' : ''}: hidden and shown 13 times, it is the same document with the same session`, async () => {
    const { backend, render, status, find, say, iframes } = page();
    const [heard, onNavigate] = [vi.fn(), vi.fn()];
    const screen = (mode: 'visible' | 'hidden'): void => {
      const activity = (
        <Activity mode={mode}>
          <MeshesEmbed {...backend.options} onStatusChange={heard} onNavigate={onNavigate} />
        </Activity>
      );
      render(strict ? <StrictMode>{activity}</StrictMode> : activity);
    };
    screen('visible');
    await status('live');
    const document = iframes()[0]?.contentWindow;
    for (let round = 0; round < 13; round += 1) {
      screen('hidden');
      await aTask();
      expect(find('main > div')?.offsetParent ?? null).toBeNull();
      screen('visible');
      await aTask();
    }
    expect(iframes()).toHaveLength(1);
    expect(iframes()[0]?.contentWindow === document).toBe(true);
    expect(heard.mock.calls.flat()).toEqual(['minting', 'launching', 'live']);
    say({ type: 'meshes:navigate', path: '/workspace/events' });
    await until(() => expect(onNavigate.mock.lastCall?.[0]).toMatchObject({ page: '/workspace/events' }));
    await status('live');
    expect(backend.launches).toHaveLength(1);
  });
}

test('Activity that is moved as it is hidden, as Next sorts its pages, asks for no session before it is shown again', async () => {
  const { backend, root, status, render, iframes } = page();
  const screen = (shown: string, ...order: string[]): ReactElement[] =>
    order.map((name) => (
      <Activity key={name} mode={name === shown ? 'visible' : 'hidden'}>
        <MeshesEmbed {...backend.options} page={name as 'rules'} data-testid={name} />
      </Activity>
    ));
  render(screen('rules', 'rules'));
  await status('live');
  startTransition(() => root.render(screen('events', 'events', 'rules')));
  await until(() => expect(backend.launches).toEqual(['rules', 'events']));
  await until(() => expect(iframes()).toHaveLength(2));
  startTransition(() => root.render(screen('rules', 'rules', 'events')));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(backend.launches).toEqual(['rules', 'events']);
  startTransition(() => root.render(screen('events', 'events', 'rules')));
  await until(() => expect(backend.launches).toEqual(['rules', 'events', 'events']));
  await status('live');
});

test('Activity that is hidden from the start launches once it is shown', async () => {
  const { backend, render, status } = page();
  const screen = (mode: 'visible' | 'hidden'): ReactElement => (
    <Activity mode={mode}>
      <MeshesEmbed {...backend.options} />
    </Activity>
  );
  render(screen('hidden'));
  await aTask();
  expect(backend.launches).toHaveLength(0);
  render(screen('visible'));
  await status('live');
  expect(backend.launches).toHaveLength(1);
});

test('Activity takes what it hides out for good: nothing of it is left', async () => {
  const { backend, render, status, iframes } = page();
  const heard = vi.fn();
  const screen = (mode: 'visible' | 'hidden'): ReactElement => (
    <Activity mode={mode}>
      <MeshesEmbed {...backend.options} onStatusChange={heard} />
    </Activity>
  );
  render(screen('visible'));
  await status('live');
  render(screen('hidden'));
  await aTask();
  render(null);
  expect(iframes()).toHaveLength(0);
  await until(() => expect(heard.mock.lastCall).toEqual(['idle']));
});

test('Activity: what changed while it was hidden counts as it is shown', async () => {
  const { backend, render, status } = page();
  const screen = (mode: 'visible' | 'hidden', options: Partial<MeshesEmbedOptions>): ReactElement => (
    <Activity mode={mode}>
      <MeshesEmbed {...backend.options} {...options} />
    </Activity>
  );
  render(screen('visible', { identity: 'first', page: 'events' }));
  await status('live');
  render(screen('hidden', { identity: 'first', page: 'events' }));
  await aTask();
  render(screen('hidden', { identity: 'second', page: 'rules' }));
  await aTask();
  expect(backend.launches).toEqual(['events']);
  render(screen('visible', { identity: 'second', page: 'rules' }));
  await until(() => expect(backend.launches).toEqual(['events', 'rules']));
  await status('live');
});

test('Activity: an embed that waits for its endpoint goes on waiting', async () => {
  const { backend, render, status } = page();
  const heard = vi.fn();
  const screen = (mode: 'visible' | 'hidden', options: MeshesEmbedOptions = { endpoint: undefined }): ReactElement => (
    <Activity mode={mode}>
      <MeshesEmbed onStatusChange={heard} {...options} />
    </Activity>
  );
  for (const mode of ['visible', 'hidden', 'visible'] as const) {
    render(screen(mode));
    await aTask();
  }
  expect(heard).not.toHaveBeenCalled();
  render(screen('visible', backend.options));
  await status('live');
  expect(backend.launches).toHaveLength(1);
});

test('a suspended neighbour hides the embed and leaves it alive', async () => {
  const { backend, render, status, place, find } = page();
  let arrive = (_text: string): void => {};
  const text = new Promise<string>((resolve) => {
    arrive = resolve;
  });
  const Late = (): string => use(text);
  const screen = (late: boolean): ReactElement => (
    <Suspense fallback="waiting">
      <MeshesEmbed {...backend.options} />
      {late && <Late />}
    </Suspense>
  );
  render(screen(false));
  await status('live');
  const iframe = find('iframe');
  render(screen(true));
  expect(place.textContent).toContain('waiting');
  arrive('here');
  await until(() => expect(place.textContent).toContain('here'));
  expect(find('iframe')).toBe(iframe);
  expect(backend.launches).toHaveLength(1);
});

const removals: Record<string, () => void> = {
  'a condition that is false': () => page().render(<section>{false}</section>),
  'an ancestor that is gone': () => page().render(null),
  'a root that is unmounted': () => page().root.unmount(),
  'a script that removes an ancestor, before React does': () => {
    page().place.remove();
    page().root.unmount();
  },
};
for (const [name, remove] of Object.entries(removals)) {
  test(`taken out by ${name}: nothing of it is left`, async () => {
    const { backend, render, status, iframes } = page();
    const heard = vi.fn();
    render(
      <StrictMode>
        <section>
          <MeshesEmbed {...backend.options} onStatusChange={heard} />
        </section>
      </StrictMode>,
    );
    await status('live');
    remove();
    expect(iframes()).toHaveLength(0);
    await until(() => expect(heard.mock.lastCall).toEqual(['idle']));
    expect(backend.launches).toHaveLength(1);
  });
}

test('another key is another embed, with a session of its own', async () => {
  const { backend, render, status, iframes } = page();
  render(<MeshesEmbed key="first" {...backend.options} />);
  await status('live');
  const [iframe] = iframes();
  render(<MeshesEmbed key="second" {...backend.options} />);
  await status('live');
  expect(iframes()).toHaveLength(1);
  expect(iframes()[0]).not.toBe(iframe);
  expect(backend.launches).toHaveLength(2);
});

test.each([false, true])(
  'another identity, in Activity that was hidden: %s: the former workspace is never seen with it',
  async (hides) => {
    const { backend, root, render, status, place, iframes } = page();
    const screen = (mode: 'visible' | 'hidden', identity: string): ReactElement => (
      <Activity mode={mode}>
        <h1>{identity}</h1>
        <MeshesEmbed {...backend.options} identity={identity} />
      </Activity>
    );
    render(screen('visible', 'Ann'));
    await status('live');
    if (hides) {
      render(screen('hidden', 'Ann'));
      await aTask();
    }
    const seen: (string | number | null | undefined)[] = [];
    const observer = new MutationObserver(() => {
      const heading = place.querySelector('h1');
      if (heading?.checkVisibility() && heading.textContent === 'Bob') seen.push(iframes().length);
    });
    observer.observe(place, { subtree: true, childList: true, characterData: true, attributes: true });
    startTransition(() => root.render(screen('visible', 'Bob')));
    await until(() => expect(backend.launches).toHaveLength(2));
    observer.disconnect();
    expect(seen[0]).toBe(0);
  },
);

test('rendered 100 times within one task, as in a burst of messages: no update of its own is left over each time', async () => {
  const { backend, render, status, iframes } = page();
  render(<MeshesEmbed {...backend.options} />);
  await status('live');
  for (let time = 1; time <= 100; time += 1) render(<MeshesEmbed {...backend.options} title={`Time ${time}`} />);
  expect(iframes()[0]?.title).toBe('Time 100');
});
