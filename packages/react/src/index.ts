'use client';

export { MeshesEmbed, type MeshesEmbedProps } from './MeshesEmbed.tsx';
export { useMeshesEmbed, type UseMeshesEmbed } from './useMeshesEmbed.ts';
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
