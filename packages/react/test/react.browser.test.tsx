import { laidOut, strictPage } from '@meshes-embed/conformance/strict-page';
import { until } from '@meshes-embed/conformance/until';
import { StrictMode, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, onTestFinished, test, vi } from 'vitest';
import { MeshesEmbed, useMeshesEmbed } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

const page = setUpPage();

test('StrictMode mints one session', async () => {
  const { backend, render, status, iframes } = page();
  render(
    <StrictMode>
      <MeshesEmbed {...backend.options} />
    </StrictMode>,
  );
  await status('live');
  expect(backend.launches).toEqual(['dashboard']);
  expect(iframes()).toHaveLength(1);
});

test('props written again at each render leave the iframe as it is', async () => {
  const { backend, render, status, find } = page();
  const loads = vi.fn();
  const picture = (title: string): ReactElement => (
    <MeshesEmbed
      {...backend.options}
      title={title}
      expected={{ role: 'admin' }}
      onNavigate={() => {}}
      style={{ margin: 0 }}
      loading={<i>One moment</i>}
    />
  );
  render(picture('Integrations'));
  await status('live');
  const iframe = find('iframe');
  iframe?.addEventListener('load', loads);
  for (let round = 0; round < 10; round += 1) render(picture(`Integrations ${round}`));
  expect(iframe).toHaveProperty('title', 'Integrations 9');
  expect(find('iframe')).toBe(iframe);
  expect(backend.launches).toHaveLength(1);
  expect(loads).not.toHaveBeenCalled();
});

test('hydrates what the server rendered, without a complaint', async () => {
  const { backend, place, status, find, root } = page();
  const complain = vi.fn();
  const embed = <MeshesEmbed {...backend.options} data-testid="embed" />;
  root.unmount();
  place.innerHTML = renderToString(embed);
  const container = find('[data-testid="embed"]');
  page().root = hydrateRoot(place, embed, { onRecoverableError: complain });
  await status('live');
  expect(complain).not.toHaveBeenCalled();
  expect(find('[data-testid="embed"]')).toBe(container);
  expect(backend.launches).toHaveLength(1);
});

test('2.14: is laid out where a policy refuses the styles in the HTML of a server', async () => {
  const { backend } = page();
  backend.hold();
  const embed = <MeshesEmbed {...backend.options} style={{ marginTop: '7px' }} minHeight={300} />;
  const { main, remove } = await strictPage(renderToString(embed));
  onTestFinished(remove);
  expect(laidOut(main)).toMatchObject({ position: 'static', over: 'static' });
  const root = hydrateRoot(main, embed);
  onTestFinished(() => root.unmount());
  await until(() => expect(laidOut(main)).toEqual({ position: 'relative', height: 300, over: 'absolute' }));
  expect((main.firstElementChild as HTMLElement).style.marginTop).toBe('7px');
});

test('sets styles of the host that a policy refused as React does: numbers are px, and variables are variables', async () => {
  const { backend } = page();
  backend.hold();
  const style = { marginTop: 7, opacity: 0.5, '--accent': 'red', background: 'white' };
  const embed = <MeshesEmbed {...backend.options} style={style} />;
  const { main, remove } = await strictPage(renderToString(embed));
  onTestFinished(remove);
  const root = hydrateRoot(main, embed);
  onTestFinished(() => root.unmount());
  await until(() => expect(laidOut(main)).toMatchObject({ position: 'relative' }));
  const set = (main.firstElementChild as HTMLElement).style;
  expect([set.marginTop, set.opacity, set.getPropertyValue('--accent'), set.background]).toEqual([
    '7px',
    '0.5',
    'red',
    'white',
  ]);
});

test('the hook follows a container that comes later and goes again', async () => {
  const { backend, render, find } = page();
  let show = (_shown: boolean): void => {};
  function OwnLayout(): ReactElement {
    const [shown, setShown] = useState(false);
    const { container, view } = useMeshesEmbed(backend.options);
    show = (next) => flushSync(() => setShown(next));
    return (
      <>
        {shown && <div ref={container} />}
        <output>{view.status}</output>
      </>
    );
  }
  render(<OwnLayout />);
  const shownStatus = (expected: string): Promise<void> =>
    until(() => expect(find('output')?.textContent).toBe(expected));
  await shownStatus('idle');
  show(true);
  await shownStatus('live');
  show(false);
  await shownStatus('idle');
  expect(find('iframe')).toBeNull();
  expect(backend.launches).toHaveLength(1);
});

test('a bad option reaches an error boundary, with what was expected', async () => {
  const { backend, render, createRoot } = page();
  const caught = vi.fn();
  createRoot({ onUncaughtError: caught });
  render(<MeshesEmbed {...backend.options} minHeight={-1} />);
  await until(() => expect(caught).toHaveBeenCalledOnce());
  expect(caught.mock.calls[0]?.[0]).toMatchObject({
    code: 'bad-option',
    message: expect.stringContaining('minHeight'),
  });
});

test('1.15: without an endpoint it waits for one, and with a page that is unknown it shows the dashboard', async () => {
  const { backend, render, createRoot, status, find } = page();
  const [caught, onProblem] = [vi.fn(), vi.fn()];
  createRoot({ onUncaughtError: caught });
  const unknown = 'members' as 'rules';
  render(<MeshesEmbed endpoint={undefined} page={unknown} onProblem={onProblem} />);
  await status('idle');
  expect(find('[role="status"]')?.textContent).toBe('Loading…');
  render(<MeshesEmbed {...backend.options} page={unknown} onProblem={onProblem} />);
  await status('live');
  expect(backend.launches).toEqual(['dashboard']);
  expect(onProblem.mock.calls.map(([{ code }]) => code)).toEqual(['page-unknown']);
  expect(caught).not.toHaveBeenCalled();
});
