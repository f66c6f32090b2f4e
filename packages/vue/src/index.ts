export { MeshesEmbed, type MeshesEmbedProps, type MeshesEmbedSlots } from './MeshesEmbed.ts';
export { useMeshesEmbed, type UseMeshesEmbed } from './useMeshesEmbed.ts';
export type { MeshesEmbedHandle, ProblemDisplayProps } from '@meshes-embed/core/adapter';
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
