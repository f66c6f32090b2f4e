import { createPlainBackend } from '@meshes-embed/conformance/plain-backend';
import { laidOut } from '@meshes-embed/conformance/strict-page';
import { flushSync, hydrate, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from 'vitest/browser';
import Rendered from './fixtures/Rendered.svelte';

// In a file of its own: a document keeps a policy for as long as it lives, and Svelte hydrates no other document.
test('2.14: is laid out where a policy refuses the styles in the HTML of a server', async () => {
  const html = await commands.renderOnServer('/test/fixtures/Rendered.svelte');
  const policy = Object.assign(document.createElement('meta'), {
    httpEquiv: 'content-security-policy',
    content: "style-src 'self'",
  });
  document.head.append(policy);
  const place = document.body.appendChild(document.createElement('main'));
  place.innerHTML = html;
  expect(laidOut(place)).toMatchObject({ position: 'static', over: 'static' });
  const backend = createPlainBackend();
  backend.hold();
  const page = hydrate(Rendered, { target: place, props: { options: backend.options }, recover: false });
  onTestFinished(() => unmount(page));
  flushSync();
  expect(laidOut(place)).toEqual({ position: 'relative', height: 600, over: 'absolute' });
});
