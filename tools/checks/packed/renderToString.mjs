// Runs in an app that has installed the packages: renders the React component on a server.
import { MeshesEmbed } from '@meshes-embed/react';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const html = renderToString(createElement(MeshesEmbed, { endpoint: '/api/meshes', page: 'rules' }));
assert.match(html, /data-meshes-status="idle"/);
assert.doesNotMatch(html, /<iframe/, 'the iframe exists in a browser only');
assert.doesNotMatch(html, /\/api\/meshes/, 'the backend route is no business of the markup');
console.log(html);

const entry = readFileSync(new URL(import.meta.resolve('@meshes-embed/react')), 'utf8');
assert.match(entry, /^['"]use client['"]/, 'the packed package says that it is for the client');
