export { growth, type MemorySample } from './memory.ts';
export {
  runForeign,
  runReplicas,
  startFaultyMeshes,
  type FaultyMeshes,
  type ForeignServer,
  type HandlerRun,
} from './runHandler.ts';
