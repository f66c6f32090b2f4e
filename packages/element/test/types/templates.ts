// Not run: the compiler is the test, and an error that is expected and does not come is one.
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';
import '../../src/svelte.ts';
import '../../src/vue.ts';

type InSvelte = SvelteHTMLElements['meshes-embed'];
type InVue = InstanceType<GlobalComponents['meshes-embed']>['$props'];

export const svelte: InSvelte[] = [
  { endpoint: '/api/meshes', class: 'card', minHeight: 600, onnavigate: ({ detail }) => detail.page },
  // @ts-expect-error -- nothing says where sessions come from
  {},
  // @ts-expect-error -- no such page
  { endpoint: '/api/meshes', page: 'members' },
];

export const vue: InVue[] = [
  { endpoint: '/api/meshes', class: 'card', minHeight: 600, onNavigate: ({ detail }) => detail.page },
  // @ts-expect-error -- nothing says where sessions come from
  {},
  // @ts-expect-error -- no such page
  { endpoint: '/api/meshes', page: 'members' },
];
