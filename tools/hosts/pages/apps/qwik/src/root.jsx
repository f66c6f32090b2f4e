import { component$, useSignal, useVisibleTask$ } from '@builder.io/qwik';

export const Integrations = component$(() => {
  const page = useSignal('rules');
  const embed = useSignal();
  // Qwik runs nothing in the browser before it has to: this does, once the place is in view.
  useVisibleTask$(async () => {
    embed.value.minHeight = 600;
    await import('@meshes-embed/element');
  });
  return (
    <main>
      <button type="button" onClick$={() => (page.value = 'connections')}>
        connections
      </button>
      <output>{page.value}</output>
      <meshes-embed
        ref={embed}
        endpoint="/api/meshes"
        page={page.value}
        allow-insecure-localhost
        onPagechange$={({ detail }) => (page.value = detail)}
      />
    </main>
  );
});

export default component$(() => (
  <>
    <head>
      <title>Integrations</title>
      <link rel="icon" href="data:," />
    </head>
    <body>
      <Integrations />
    </body>
  </>
));
