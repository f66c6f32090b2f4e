export type { HostContext, HostInput, Failure, LaunchReason, RefreshReason, SessionFacts } from './context.ts';
export type { HostEvent } from './events.ts';
export type { FetchInput, HostImplementations, RefreshInput } from './hostTypes.ts';
export {
  frameMachine,
  type FrameContext,
  type FrameEvent,
  type FrameImplementations,
  type FrameInput,
} from './frameMachine.ts';
export {
  callTimeoutMs,
  firstMessageTimeoutMs,
  loadTimeoutMs,
  readyTimeoutMs,
  refreshJitter,
  refreshShare,
  reloadTimeoutMs,
  retryMaxMs,
} from './limits.ts';
export { hostMachine } from './namedMachine.ts';
export { leftBy, roomFor } from './roomFor.ts';
