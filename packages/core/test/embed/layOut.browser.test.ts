import { expect, onTestFinished, test, vi } from 'vitest';
import { diagnose } from '../../src/diagnostics/index.ts';
import type { MeshesEmbed } from '../../src/index.ts';
import { createEmbedBench, eventually } from '../support/embedBench.ts';

/** A style sheet of the page's, while the test runs. */
function addSheet(css: string): void {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = css;
  onTestFinished(() => sheet.remove());
}

const appliedCheck = (embed: MeshesEmbed) => diagnose(embed).checks.find(({ code }) => code === 'height-applied');

/** What is left of an iframe for its document. CSS px */
function innerHeightOf(iframe: HTMLIFrameElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(iframe);
  return iframe.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
}

test.each([
  '* { box-sizing: border-box } iframe { padding: 12px; border: 2px solid !important }',
  'iframe { box-sizing: border-box !important; padding: 1em !important; margin: 20px !important; border-width: 4px !important }',
  'iframe { max-height: 200px !important }',
  'iframe { min-height: 900px !important; height: auto; aspect-ratio: 16/9 }',
  'iframe { position: absolute; inset: 0; height: 100% }',
  '@layer reset { iframe { min-height: 50% !important; max-height: 50vh !important; padding: 5% !important } }',
  '[data-meshes-status] { display: flex; flex-direction: column; height: 300px }',
  'iframe { display: none !important; width: 20px !important }',
])('2.11: a reset leaves the iframe its height: %s', async (css) => {
  addSheet(css);
  const fixture = createEmbedBench();
  const { embed, container } = await fixture.live();
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  const iframe = fixture.iframe();
  expect([innerHeightOf(iframe), iframe.offsetHeight, iframe.offsetWidth]).toEqual([640, 640, container.clientWidth]);
  expect(appliedCheck(embed)).toMatchObject({ result: 'passed' });
});

test.each([
  ['padding', '12px'],
  ['height', '300px'],
  ['border', '9px solid'],
])('what overrules the iframe all the same is seen: %s', async (name, value) => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  const { style } = fixture.iframe();
  style.setProperty('box-sizing', 'border-box', 'important');
  style.setProperty(name, value, 'important');
  expect(appliedCheck(embed)).toMatchObject({ result: 'failed', cause: 'height-overruled' });
});

test('a height that the page insists on is seen', async () => {
  addSheet('iframe { height: 240px !important }');
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  expect(fixture.iframe().offsetHeight).toBe(240);
  expect(appliedCheck(embed)).toMatchObject({ result: 'failed', cause: 'height-overruled' });
});

test.each(['zoom: 0.8', 'zoom: 125%', 'transform: scale(0.8)'])(
  'an ancestor with %s leaves the iframe the height of its content',
  async (css) => {
    const fixture = createEmbedBench();
    fixture.place.style.cssText = css;
    const { embed } = await fixture.live();
    await eventually(() => expect(embed.getSnapshot().height).toBe(640));
    expect(fixture.iframe().style.height).toBe('640px');
    expect(appliedCheck(embed)).toMatchObject({ result: 'passed' });
  },
);

test('2.12: where zoom scales the iframe and not its document, the iframe makes up for that', async () => {
  const known = Object.getOwnPropertyDescriptor(Element.prototype, 'currentCSSZoom')!;
  Reflect.deleteProperty(Element.prototype, 'currentCSSZoom');
  onTestFinished(() => void Object.defineProperty(Element.prototype, 'currentCSSZoom', known));
  const fixture = createEmbedBench();
  fixture.place.style.cssText = 'zoom: 0.8';
  const { embed, container } = await fixture.live();
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  expect([fixture.iframe().style.height, container.style.minHeight]).toEqual(['800px', '800px']);
  expect(appliedCheck(embed)).toMatchObject({ result: 'passed' });
});

test('2.13: a container is filled, and heights are told', async () => {
  const fixture = createEmbedBench();
  const onResize = vi.fn();
  const embed = fixture.create({ fit: 'container', onResize });
  const container = fixture.container();
  container.style.height = '300px';
  embed.mount(container);
  await eventually(() => expect(onResize).toHaveBeenLastCalledWith(640));
  const iframe = fixture.iframe();
  expect([embed.getSnapshot().height, iframe.offsetHeight, container.offsetHeight, container.scrollHeight]).toEqual([
    640, 300, 300, 300,
  ]);
  fixture.say({ type: 'meshes:resize', height: 200 });
  await eventually(() => expect(onResize).toHaveBeenLastCalledWith(200));
  container.style.height = '400px';
  expect(iframe.offsetHeight).toBe(400);
  expect(diagnose(embed).checks.filter(({ result }) => result === 'failed')).toEqual([]);
  embed.relaunch();
  await eventually(() => expect(fixture.launches).toHaveLength(2));
  await eventually(() =>
    expect([fixture.iframes().length, fixture.iframe() === iframe, fixture.iframe().offsetHeight]).toEqual([
      1,
      false,
      400,
    ]),
  );
});

test('bounds hold in a container, too', async () => {
  const fixture = createEmbedBench();
  const { container } = await fixture.live({ fit: 'container', minHeight: 350 });
  container.style.height = '100px';
  expect(fixture.iframe().offsetHeight).toBe(350);
});

test('what the height follows is changed without a reload', async () => {
  const fixture = createEmbedBench();
  const { container, embed } = await fixture.live();
  container.style.height = '300px';
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  const iframe = fixture.iframe();
  embed.update({ fit: 'container' });
  expect([iframe.offsetHeight, container.offsetHeight]).toEqual([300, 300]);
  embed.update({ fit: 'content' });
  expect([iframe.offsetHeight, container.offsetHeight]).toEqual([640, 640]);
  embed.update({ fit: 'container' });
  embed.update({ fit: undefined });
  expect([fixture.iframe() === iframe, iframe.offsetHeight, fixture.launches.length]).toEqual([true, 640, 1]);
});

test('2.10: growth by 1 px is applied', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  fixture.say({ type: 'meshes:resize', height: 641 });
  await eventually(() => expect(fixture.iframe().offsetHeight).toBe(641));
  fixture.say({ type: 'meshes:resize', height: 640 });
  await eventually(() => expect(fixture.iframe().offsetHeight).toBe(640));
});
