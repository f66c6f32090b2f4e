import { until } from '@meshes-embed/conformance/until';
import { expect, test } from 'vitest';
import { MeshesEmbed } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

const page = setUpPage();

/** Waits for the default displays' button. */
const button = (text: string): Promise<HTMLElement> =>
  until(() => {
    const found = page().find('button');
    expect(found?.textContent).toBe(text);
    return found!;
  });

test('says what is being done about a problem, with a button to try now', async () => {
  const { backend, render, status, find, place } = page();
  backend.refuse(503);
  render(<MeshesEmbed {...backend.options} />);
  await button('Try now');
  expect(find('[role="status"]')?.textContent).toMatch(/is busy or not available.*Try now$/);
  expect(find('[role="alert"]')).toBeNull();
  backend.refuse(null);
  const tryNow = await button('Try now');
  tryNow.focus();
  tryNow.click();
  await status('live');
  await until(() => expect(find('button')).toBeNull());
  expect(document.activeElement).toBe(place.firstElementChild);
});

test('keeps the focus in its place as a button goes away by itself', async () => {
  const { backend, render, status, find, place } = page();
  backend.refuse(503);
  render(<MeshesEmbed {...backend.options} />);
  (await button('Try now')).focus();
  backend.refuse(null);
  await status('live');
  await until(() => expect(find('button')).toBeNull());
  expect(document.activeElement).toBe(place.firstElementChild);
});

test('leaves the focus where else it is', async () => {
  const { backend, render, status, find } = page();
  backend.refuse(503);
  render(
    <>
      <input />
      <MeshesEmbed {...backend.options} />
    </>,
  );
  await button('Try now');
  find('input')?.focus();
  backend.refuse(null);
  await status('live');
  await until(() => expect(find('button')).toBeNull());
  expect(document.activeElement).toBe(find('input'));
});

test('shows displays of the host’s own, which fill the place', async () => {
  const { backend, render, status, find, place } = page();
  const serve = backend.hold();
  backend.refuse(403);
  const whole = { width: '100%', height: '100%' };
  render(
    <MeshesEmbed
      {...backend.options}
      loading={<b style={{ ...whole, display: 'block' }}>One moment</b>}
      problem={({ problem, retry }) => (
        <button type="button" style={whole} onClick={retry}>
          {problem.code}: again
        </button>
      )}
    />,
  );
  await status('minting');
  const fills = (element: HTMLElement | null): void => {
    expect(element?.getBoundingClientRect()).toEqual(place.firstElementChild?.getBoundingClientRect());
  };
  expect(find('[role="status"]')?.textContent).toBe('One moment');
  fills(find('b'));
  serve();
  await button('not-authorized: again');
  fills(find('button'));
  backend.refuse(null);
  find('button')?.click();
  await status('live');
  expect(find('button')).toBeNull();
});

test('null shows nothing', async () => {
  const { backend, render, status, place } = page();
  backend.refuse(403);
  render(<MeshesEmbed {...backend.options} loading={null} problem={null} />);
  expect(place.textContent).toBe('');
  await status('failed');
  expect(place.textContent).toBe('');
});
