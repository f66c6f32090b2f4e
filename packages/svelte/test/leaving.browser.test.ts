import { oneLive, playLeaving } from '@meshes-embed/conformance/play-leaving';
import { flushSync, mount, unmount } from 'svelte';
import Leaving from './fixtures/Leaving.svelte';
import { setUpPage } from './support/onThePage.ts';

const page = setUpPage();
const options = () => ({ ...page().backend.options, keepAlive: true as const });

async function changeBetween(way: 'if' | 'key' | 'around' | 'attachment'): Promise<void> {
  const { show } = page().show(Leaving, { options: options(), way });
  await oneLive();
  flushSync(() => show(false));
  flushSync(() => show(true));
}

playLeaving('svelte', () => page().backend, {
  '`{#if}` of the component': () => changeBetween('if'),
  '`{#key}`': () => changeBetween('key'),
  '`{#if}` of what it is in': () => changeBetween('around'),
  '`unmount()` of the whole': async () => {
    const props = { options: options(), way: 'if' } as const;
    const first = mount(Leaving, { target: page().place, props });
    flushSync();
    await oneLive();
    await unmount(first);
    page().show(Leaving, props);
  },
  'the attachment, `{@attach}`': () => changeBetween('attachment'),
});
