import { until } from '@meshes-embed/conformance/until';
import { createRef, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { expect, test, vi } from 'vitest';
import { MeshesEmbed, type LaunchPage, type MeshesEmbedHandle } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

const page = setUpPage();

test('a page that the user goes to is passed back, and nothing is launched for it', async () => {
  const { backend, render, status, say, find } = page();
  let show = (_page: LaunchPage): void => {};
  function Synced(): ReactElement {
    const [current, setCurrent] = useState<LaunchPage>('dashboard');
    show = (next) => flushSync(() => setCurrent(next));
    return (
      <>
        <output>{current}</output>
        <MeshesEmbed {...backend.options} page={current} onPageChange={setCurrent} />
      </>
    );
  }
  render(<Synced />);
  await status('live');
  const iframe = find('iframe');
  say({ type: 'meshes:navigate', path: '/workspace/rules' });
  await until(() => expect(find('output')?.textContent).toBe('rules'));
  say({ type: 'meshes:navigate', path: '/workspace/events/42' });
  await until(() => expect(find('output')?.textContent).toBe('events'));
  expect(find('iframe')).toBe(iframe);
  expect(backend.launches).toEqual(['dashboard']);
  show('dashboard');
  await until(() => expect(backend.launches).toEqual(['dashboard', 'dashboard']));
  await status('live');
  expect(find('output')?.textContent).toBe('dashboard');
});

test('a page that is not passed back stays the one that was wanted, whatever else is rendered', async () => {
  const { backend, render, status, say } = page();
  const onPageChange = vi.fn();
  render(<MeshesEmbed {...backend.options} page="rules" onPageChange={onPageChange} />);
  await status('live');
  say({ type: 'meshes:navigate', path: '/workspace/events' });
  await until(() => expect(onPageChange.mock.calls).toEqual([['events']]));
  render(<MeshesEmbed {...backend.options} page="rules" title="Integrations" onPageChange={onPageChange} />);
  expect(backend.launches).toEqual(['rules']);
  render(<MeshesEmbed {...backend.options} page="connections" onPageChange={onPageChange} />);
  await until(() => expect(backend.launches).toEqual(['rules', 'connections']));
});

test('its handle goes to a page, also to the front of the one that is there', async () => {
  const { backend, render, status, say } = page();
  const [ref, onPageChange, onNavigate] = [createRef<MeshesEmbedHandle>(), vi.fn(), vi.fn()];
  render(<MeshesEmbed ref={ref} {...backend.options} onPageChange={onPageChange} onNavigate={onNavigate} />);
  await status('live');
  ref.current?.goTo('events');
  await until(() => expect(onPageChange.mock.calls).toEqual([['events']]));
  await status('live');
  say({ type: 'meshes:navigate', path: '/workspace/events/42' });
  await until(() => expect(onNavigate.mock.lastCall?.[0]).toMatchObject({ page: '/workspace/events/42' }));
  ref.current?.goTo('events');
  await until(() => expect(backend.launches).toEqual(['dashboard', 'events', 'events']));
});

test('1.9d: a burst of 20,000 messages throws nothing, and the tree survives', async () => {
  const { backend, render, createRoot, status, say, find } = page();
  const [caught, heard] = [vi.fn(), vi.fn()];
  createRoot({ onUncaughtError: caught });
  function Synced(): ReactElement {
    const [current, setCurrent] = useState<LaunchPage>('dashboard');
    const [seen, setSeen] = useState('');
    return (
      <>
        <output data-seen={seen}>{current}</output>
        <MeshesEmbed
          {...backend.options}
          page={current}
          onPageChange={setCurrent}
          onNavigate={(message) => {
            heard(message.page);
            setSeen(message.page ?? '');
          }}
          onResize={(height) => setSeen(`${height}`)}
          onProblem={({ code }) => setSeen(code)}
        />
      </>
    );
  }
  render(<Synced />);
  await status('live');
  const iframe = find('iframe');
  for (let round = 0; round < 5_000; round += 1) {
    say({ type: 'meshes:navigate', path: `/workspace/rules/${round}` });
    say({ type: 'meshes:navigate', path: `/workspace/events/${round}` });
    say({ type: 'meshes:resize', height: 600 + (round % 400) });
    say({ type: 'meshes:token-refresh' });
  }
  await until(() => {
    // Said again and again: of several in one frame only the last is told, and the embed has its tokens to tell of too.
    say({ type: 'meshes:navigate', path: '/workspace/rules/last' });
    expect(heard.mock.lastCall?.[0] === '/workspace/rules/last').toBe(true);
  });
  await until(() => expect(find('output')?.textContent).toBe('rules'));
  await status('live');
  expect(caught).not.toHaveBeenCalled();
  expect(find('iframe')).toBe(iframe);
  expect(backend.launches).toEqual(['dashboard']);
});
