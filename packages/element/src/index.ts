import './register.ts';

export { MeshesEmbedElement } from './MeshesEmbedElement.ts';
export type { MeshesEmbedEventMap, MeshesEmbedProps } from './events.ts';
export type {
  DiagnosticReport,
  EmbedProblem,
  EmbedStatus,
  EmbedView,
  LaunchPage,
  LaunchSession,
  NavigateMessage,
  RefreshedSession,
  SessionChange,
  SessionRole,
  TraceEvent,
} from '@meshes-embed/core';
