// Not run: the compiler is the test, and an error that is expected and does not come is one.
import { createMeshesEmbed, type EmbedSettings, type MeshesEmbedOptions } from '../../src/index.ts';

declare const functions: Required<Pick<EmbedSettings, 'fetchSession' | 'refreshSession'>>;
declare const mayCome: string | undefined;
declare const typed: MeshesEmbedOptions;

export const right: MeshesEmbedOptions[] = [
  { endpoint: '/api/meshes' },
  { endpoint: mayCome, page: 'rules' },
  functions,
  { ...functions, endpoint: undefined },
  { ...typed, minHeight: 600 },
];

// Any option by itself may change.
createMeshesEmbed(typed).update({});
createMeshesEmbed(typed).update({ page: 'rules' });
createMeshesEmbed(typed).update({ fetchSession: functions.fetchSession });

export const wrong: MeshesEmbedOptions[] = [
  // @ts-expect-error -- nothing says where sessions come from
  {},
  // @ts-expect-error -- the same
  { page: 'rules' },
  // @ts-expect-error -- one function of two
  { fetchSession: functions.fetchSession },
];
