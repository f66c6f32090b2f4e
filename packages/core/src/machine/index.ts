export type {
  HostContext,
  HostInput,
  Failure,
  LaunchReason,
  RefreshReason,
  SessionFacts,
} from './context.ts';
export { hostMachine } from './hostMachine.ts';
export type { HostEvent } from './events.ts';
export { frameMachine, type FrameContext, type FrameEvent, type FrameInput } from './frameMachine.ts';
