// No test to run: the type checker fails where one of these lines is not what it says.
import type { Component, ComponentProps } from 'svelte';
import {
  MeshesEmbed,
  meshesEmbed,
  type EmbedSettings,
  type MeshesEmbedHandle,
  type MeshesEmbedProps,
} from '../src/index.ts';

type Props = ComponentProps<typeof MeshesEmbed>;

declare const typed: MeshesEmbedProps;
declare const mayCome: string | undefined;
declare const functions: Required<Pick<EmbedSettings, 'fetchSession' | 'refreshSession'>>;
const endpoint = '/api/meshes';

export const sources: Props[] = [functions, { ...typed, page: 'rules' }, { endpoint: mayCome }];

export const right: Props = {
  endpoint: new URL('https://example.test/api/meshes'),
  page: 'rules',
  minHeight: 600,
  expected: { role: 'member' },
  onstatuschange: (status) => status === 'live',
  onnavigate: ({ page }) => page?.length,
  onresize: (height) => height.toFixed(),
  onsessionchange: ({ expiresAt }) => expiresAt.toFixed(),
  onproblem: ({ code }) => code.length,
  onpagechange: (page) => page === 'rules',
  identity: 'user-1',
  readyTimeout: 30_000,
  revokeSession: async ({ sessionId }) => sessionId,
  ontrace: ({ name }) => name.length,
  class: ['card', { wide: true }],
  style: 'margin: 0',
  id: 'integrations',
  'data-testid': 'embed',
  'aria-label': 'Integrations',
  loading: null,
};

export const wrong: Props[] = [
  // @ts-expect-error: nothing says where sessions come from
  {},
  // @ts-expect-error: one function of two
  { fetchSession: functions.fetchSession },
  // @ts-expect-error: no such page
  { endpoint, page: 'members' },
  // @ts-expect-error: a number of CSS px
  { endpoint, minHeight: '600px' },
  // @ts-expect-error: Svelte's people write it in lower case
  { endpoint, onNavigate: () => {} },
  // @ts-expect-error: gets the height, and not the DOM's event
  { endpoint, onresize: (event: UIEvent) => event.detail },
  // @ts-expect-error: no such status
  { endpoint, onstatuschange: (status) => status === 'ready' },
  // @ts-expect-error: a snippet, and not a text
  { endpoint, loading: 'One moment' },
  // @ts-expect-error: it shows a workspace, and nothing of the host's own
  { endpoint, children: null },
];

export const handle: MeshesEmbedHandle = {} as ReturnType<typeof MeshesEmbed>;
export const component: Component<Props> = MeshesEmbed;

meshesEmbed({ endpoint, onNavigate: ({ page }) => page });
// @ts-expect-error: nothing says where sessions come from
meshesEmbed({});
// @ts-expect-error: a function's options go by core's names
meshesEmbed({ endpoint, onnavigate: () => {} });
