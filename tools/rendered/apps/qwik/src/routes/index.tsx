import { component$, useSignal, useVisibleTask$ } from '@builder.io/qwik';
import type { LaunchPage, MeshesEmbedElement } from '@meshes-embed/element';

export default component$(() => {
  const page = useSignal<LaunchPage>('rules');
  const embed = useSignal<MeshesEmbedElement>();
  useVisibleTask$(async ({ track }) => {
    const wanted = track(page);
    await import('@meshes-embed/element');
    if (embed.value) embed.value.page = wanted;
  });
  return (
    <>
      <p>{page.value}</p>
      <button type="button" onClick$={() => (page.value = 'events')}>
        events
      </button>
      <meshes-embed
        ref={embed}
        endpoint="/api/meshes"
        page="rules"
        onPagechange$={(event: CustomEvent<LaunchPage>) => (page.value = event.detail)}
        min-height="600"
        allow-insecure-localhost
      />
    </>
  );
});
