import './register.ts';

export { MeshesEmbedElement } from './MeshesEmbedElement.ts';
export type { MeshesEmbedEventMap, MeshesEmbedProps } from './events.ts';
export type { MeshesEmbedHandle } from '@meshes-embed/core/adapter';
export { MeshesEmbedError, preload } from '@meshes-embed/core';
export { defaultTexts, diagnose, formatDiagnosis } from '@meshes-embed/core/diagnostics';
export { connectInspector } from '@meshes-embed/core/inspect';
export type { Diagnosable, DiagnosticCheck, UserText } from '@meshes-embed/core/diagnostics';
export type { InspectorSource } from '@meshes-embed/core/inspect';
export type {
  DiagnosticReport,
  EmbedCallbacks,
  EmbedProblem,
  EmbedSettings,
  EmbedSource,
  EmbedStatus,
  EmbedTexts,
  EmbedView,
  FetchSessionContext,
  LaunchPage,
  LaunchReason,
  LaunchSession,
  MeshesEmbedErrorCode,
  MeshesEmbedOptions,
  NavigateMessage,
  ParkOptions,
  PreloadOptions,
  ProblemCode,
  RefreshedSession,
  RefreshReason,
  RefreshSessionContext,
  RevokeSessionContext,
  SessionChange,
  SessionRole,
  SessionType,
  TraceEvent,
  TraceKind,
} from '@meshes-embed/core';
