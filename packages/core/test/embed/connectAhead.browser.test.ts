import { expect, test } from 'vitest';
import { createEmbedBench, embedOrigin, eventually } from '../support/embedBench.ts';

const hints = (): string[] =>
  [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=preconnect]')].map(({ href }) => href);

test('the browser connects to the service while the first session is fetched, and to where the last embed came from later', async () => {
  const fixture = createEmbedBench();
  let answer = fixture.hold();
  fixture.create({ allowInsecureLocalhost: false }).mount(fixture.container());
  expect(hints()).toEqual(['https://embed.meshes.io/']);

  // Of another service nothing is known before its first launch.
  const embed = fixture.create();
  embed.mount(fixture.container());
  expect(hints()).toHaveLength(1);
  answer();
  await fixture.status(embed, 'live');
  expect(hints()).toEqual([]);

  answer = fixture.hold();
  embed.relaunch();
  expect(hints()).toEqual([`${embedOrigin()}/`]);
  fixture.refuse(403);
  answer();
  await eventually(() => expect(hints()).toEqual([]));
});
