export type { ProblemCode } from './problem/codes.ts';
export type { EmbedProblem } from './problem/problem.ts';
export type { DiagnosticReport } from './diagnostics/report.ts';
export type { EmbedTexts } from './problem/texts.ts';
export { createMeshesEmbed } from './embed/createMeshesEmbed.ts';
export { preload } from './embed/preload.ts';
export type { MeshesEmbed, MountOptions, ParkOptions, PreloadOptions } from './embed/meshesEmbed.ts';
export { MeshesEmbedError, type MeshesEmbedErrorCode } from './embed/meshesEmbedError.ts';
export type {
  EmbedCallbacks,
  EmbedSettings,
  EmbedSource,
  FetchSessionContext,
  MeshesEmbedOptions,
  RefreshSessionContext,
  RevokeSessionContext,
  SessionChange,
} from './embed/options.ts';
export type { TraceEvent, TraceKind } from './inspect/traceEvent.ts';
export type { LaunchReason, RefreshReason } from './machine/context.ts';
export type { NavigateMessage } from './protocol/messages.ts';
export type { LaunchPage, SessionRole, SessionType } from './protocol/pages.ts';
export type { LaunchSession, RefreshedSession } from './session/session.ts';
export type { EmbedStatus, EmbedView } from './view/view.ts';
