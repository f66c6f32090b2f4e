import { createMeshesEmbed, MeshesEmbedError, type MeshesEmbedOptions } from '@meshes-embed/core';
import { defaultTexts, diagnose, formatDiagnosis } from '@meshes-embed/core/diagnostics';
import { compareTraces, connectInspector, readTrace } from '@meshes-embed/core/inspect';
import { parseEmbedMessage } from '@meshes-embed/core/protocol';
import { parseLaunchSession } from '@meshes-embed/core/session';
const options: MeshesEmbedOptions = { endpoint: '/api/meshes' };
const embed = createMeshesEmbed(options);
export const all: unknown[] = [
  embed.getSnapshot().status,
  MeshesEmbedError,
  defaultTexts,
  diagnose(embed),
  formatDiagnosis(embed),
  compareTraces,
  connectInspector,
  readTrace,
  parseEmbedMessage,
  parseLaunchSession,
];
// @ts-expect-error -- nothing says where sessions come from
createMeshesEmbed({});
