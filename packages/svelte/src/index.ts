export { meshesEmbed, type MeshesEmbedAttachment } from './attachment.svelte.ts';
export { default as MeshesEmbed } from './MeshesEmbed.svelte';
export type { MeshesEmbedProps } from './props.ts';
export type { MeshesEmbedHandle, ProblemDisplayProps } from '@meshes-embed/core/adapter';
export type {
  DiagnosticReport,
  EmbedProblem,
  EmbedStatus,
  EmbedTexts,
  EmbedView,
  FetchSessionContext,
  LaunchPage,
  LaunchSession,
  MeshesEmbedOptions,
  NavigateMessage,
  RefreshedSession,
  RefreshSessionContext,
  RevokeSessionContext,
  SessionChange,
  SessionRole,
  TraceEvent,
} from '@meshes-embed/core';
