export type { ControlPlane, WorkspaceSummary } from './control/controlPlane.ts';
export type {
  ActiveFault,
  ClockSkewFault,
  Fault,
  ForSession,
  FrameAncestorsFault,
  LatencyFault,
  LaunchExpiredFault,
  LaunchReusableFault,
  MintStatusFault,
  RefreshHangFault,
  RefreshStatusFault,
  RevokeStatusFault,
  StaleAcceptedFault,
  Times,
} from './faults/fault.ts';
export { SandboxError, type SandboxErrorCode } from './sandboxError.ts';
export type { PageKind, SandboxOptions } from './sandboxOptions.ts';
export { startSandbox, type Sandbox } from './startSandbox.ts';
export type { SandboxStats, SessionCounts } from './state/counters.ts';
export type { Credentials } from './state/credentials.ts';
export type { FrameFault, Resource } from './wire.ts';
