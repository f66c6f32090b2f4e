import './register.ts';

export { MeshesEmbedElement } from './MeshesEmbedElement.ts';
export type { MeshesEmbedEventMap, MeshesEmbedProps } from './events.ts';
export type {
  DiagnosticReport,
  EmbedProblem,
  EmbedStatus,
  EmbedView,
  NavigateMessage,
  SessionChange,
  TraceEvent,
} from '@meshes-embed/core';
export type { LaunchPage, LaunchSession, RefreshedSession, SessionRole } from '@meshes-embed/core';
