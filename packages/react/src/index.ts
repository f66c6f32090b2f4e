'use client';

export { MeshesEmbed, type MeshesEmbedProps } from './MeshesEmbed.tsx';
export { useMeshesEmbed, type MeshesEmbedHandle, type UseMeshesEmbed } from './useMeshesEmbed.ts';
export type { ProblemDisplayProps } from './displays.tsx';
export type {
  DiagnosticReport,
  EmbedProblem,
  EmbedStatus,
  EmbedView,
  LaunchPage,
  LaunchSession,
  MeshesEmbedOptions,
  NavigateMessage,
  RefreshedSession,
  SessionChange,
  SessionRole,
  TraceEvent,
} from '@meshes-embed/core';
