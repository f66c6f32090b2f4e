import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { MeshesEmbed } from '../src/index.ts';
import OwnLayout from './fixtures/OwnLayout.svelte';

/** Svelte marks its blocks with comments, for hydration. */
const withoutMarks = (html: string): string => html.replaceAll(/<!--.*?-->/g, '').replaceAll('> <', '><');

test('a server renders an empty container, with the loading display and the place it takes', () => {
  const { body } = render(MeshesEmbed, {
    props: { endpoint: '/api/meshes', 'data-testid': 'embed', class: 'card', style: 'margin:0', minHeight: 600 },
  });
  expect(withoutMarks(body)).toBe(
    '<div tabindex="-1" class="card" style="position:relative;min-height:600px;margin:0">' +
      '<div data-testid="embed" data-meshes-status="idle" aria-busy="true"></div>' +
      '<div role="status" style="position:absolute;inset:0;display:grid;place-content:center;justify-items:center;gap:12px;padding:24px;text-align:center" dir="auto">Loading…</div>' +
      '</div>',
  );
});

test('E4: a server asks for no session, and no option is in its markup', () => {
  const fetchSession = () => Promise.reject(new Error('asked on the server'));
  const { head, body } = render(MeshesEmbed, {
    props: {
      fetchSession,
      refreshSession: fetchSession,
      title: 'Integrations',
      expected: { workspaceId: 'workspace-1' },
      loading: null,
      onnavigate: () => {},
    },
  });
  expect(head + body).not.toMatch(/iframe|Integrations|workspace-1|Loading|session|navigate/i);
});

test('the attachment gives a server the idle view', () => {
  const { body } = render(OwnLayout, { props: { options: { endpoint: '/api/meshes' } } });
  expect(withoutMarks(body)).toBe('<div></div><output>idle</output><button type="button">Launch again</button>');
});
