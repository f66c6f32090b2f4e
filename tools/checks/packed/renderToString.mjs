// Runs in an app that has installed the packages: renders each framework's component on a server.
import { MeshesEmbed as ReactEmbed } from '@meshes-embed/react';
import { MeshesEmbed as VueEmbed } from '@meshes-embed/vue';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { render as renderSvelte } from 'svelte/server';
import { createSSRApp, h } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';

// Node loads no .svelte file; see importEverything.mjs.
register('./svelteCompiler.mjs', import.meta.url);
const { MeshesEmbed: SvelteEmbed } = await import('@meshes-embed/svelte');

const props = { id: 'embed', endpoint: '/api/meshes', page: 'rules' };
const markups = {
  react: renderReact(createElement(ReactEmbed, props)),
  vue: await renderVue(createSSRApp({ render: () => h(VueEmbed, props) })),
  svelte: renderSvelte(SvelteEmbed, { props }).body,
};

for (const [framework, html] of Object.entries(markups)) {
  console.log(`${framework}: ${html}`);
  const container = /<div[^>]*id="embed"[^>]*>(?:<!--.*?-->)*<\/div>/.exec(html)?.[0] ?? '';
  assert.match(container, /data-meshes-status="idle"/, `${framework}: an empty container, with its status`);
  assert.match(container, /aria-busy="true"/, `${framework}: the container is busy`);
  assert.match(html, /role="status"[^>]*>(?:<!--.*?-->)*Loading…/, `${framework}: the loading display`);
  assert.doesNotMatch(html, /<iframe/, `${framework}: the iframe exists in a browser only`);
  assert.doesNotMatch(html, /\/api\/meshes/, `${framework}: the backend route is no business of the markup`);
}

const entry = readFileSync(new URL(import.meta.resolve('@meshes-embed/react')), 'utf8');
assert.match(entry, /^['"]use client['"]/, 'the packed package says that it is for the client');
