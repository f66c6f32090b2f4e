import { createPlainBackend, type PlainBackend } from '@meshes-embed/conformance/plain-backend';
import { until } from '@meshes-embed/conformance/until';
import { Activity, StrictMode, Suspense, use, useState, type ReactElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MeshesEmbed, useMeshesEmbed } from '../src/index.ts';

let place: HTMLElement;
let root: Root;
let backend: PlainBackend;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('main'));
  root = createRoot(place);
  backend = createPlainBackend();
});
afterEach(() => {
  root.unmount();
  place.remove();
});

const render = (node: ReactNode): void => flushSync(() => root.render(node));
const status = (expected: string): Promise<void> =>
  until(() => expect(place.querySelector('[data-meshes-status]')?.getAttribute('data-meshes-status')).toBe(expected));

test('StrictMode mints one session', async () => {
  render(
    <StrictMode>
      <MeshesEmbed {...backend.options} />
    </StrictMode>,
  );
  await status('live');
  expect(backend.launches).toEqual(['dashboard']);
  expect(place.querySelectorAll('iframe')).toHaveLength(1);
});

test('props written anew at each render leave the iframe as it is', async () => {
  const loads = vi.fn();
  const picture = (title: string): ReactElement => (
    <MeshesEmbed {...backend.options} title={title} expected={{ role: 'admin' }} onNavigate={() => {}} style={{ margin: 0 }} loading={<i>One moment</i>} />
  );
  render(picture('Integrations'));
  await status('live');
  const iframe = place.querySelector('iframe');
  iframe?.addEventListener('load', loads);
  for (let round = 0; round < 10; round += 1) render(picture(`Integrations ${round}`));
  expect(iframe).toHaveProperty('title', 'Integrations 9');
  expect(place.querySelector('iframe')).toBe(iframe);
  expect(backend.launches).toHaveLength(1);
  expect(loads).not.toHaveBeenCalled();
});

test('a suspended neighbour hides the embed and leaves it alive', async () => {
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
  const iframe = place.querySelector('iframe');
  render(screen(true));
  expect(place.textContent).toContain('waiting');
  arrive('here');
  await until(() => expect(place.textContent).toContain('here'));
  expect(place.querySelector('iframe')).toBe(iframe);
  expect(backend.launches).toHaveLength(1);
});

test('Activity takes it out while hidden, and launches afresh when shown', async () => {
  const screen = (mode: 'visible' | 'hidden'): ReactElement => (
    <Activity mode={mode}>
      <MeshesEmbed {...backend.options} />
    </Activity>
  );
  render(screen('visible'));
  await status('live');
  render(screen('hidden'));
  await until(() => expect(place.querySelector('iframe')).toBeNull());
  render(screen('visible'));
  await status('live');
  expect(backend.launches).toHaveLength(2);
});

test('hydrates what the server rendered, without a complaint', async () => {
  const complain = vi.fn();
  const embed = <MeshesEmbed {...backend.options} data-testid="embed" />;
  root.unmount();
  place.innerHTML = renderToString(embed);
  const container = place.querySelector('[data-testid="embed"]');
  root = hydrateRoot(place, embed, { onRecoverableError: complain });
  await status('live');
  expect(complain).not.toHaveBeenCalled();
  expect(place.querySelector('[data-testid="embed"]')).toBe(container);
  expect(backend.launches).toHaveLength(1);
});

test('shows displays of the host’s own', async () => {
  const serve = backend.hold();
  backend.refuse(403);
  render(
    <MeshesEmbed
      {...backend.options}
      loading={<b>One moment</b>}
      problem={({ problem, retry }) => (
        <button type="button" onClick={retry}>
          {problem.code}: again
        </button>
      )}
    />,
  );
  await status('minting');
  expect(place.querySelector('[role="status"]')?.textContent).toBe('One moment');
  serve();
  await until(() => expect(place.querySelector('button')?.textContent).toBe('not-authorized: again'));
  backend.refuse(null);
  place.querySelector('button')?.click();
  await status('live');
  expect(place.querySelector('button')).toBeNull();
});

test('the hook follows a container that comes later and goes again', async () => {
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
  const shownStatus = (expected: string): Promise<void> => until(() => expect(place.querySelector('output')?.textContent).toBe(expected));
  await shownStatus('idle');
  show(true);
  await shownStatus('live');
  show(false);
  await shownStatus('idle');
  expect(place.querySelector('iframe')).toBeNull();
  expect(backend.launches).toHaveLength(1);
});

test('a bad option reaches an error boundary, with what was expected', async () => {
  const caught = vi.fn();
  root.unmount();
  root = createRoot(place, { onUncaughtError: caught });
  render(<MeshesEmbed {...backend.options} minHeight={-1} />);
  await until(() => expect(caught).toHaveBeenCalledOnce());
  expect(caught.mock.calls[0]?.[0]).toMatchObject({ code: 'bad-option', message: expect.stringContaining('minHeight') });
});
