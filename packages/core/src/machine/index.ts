export type { HostContext, HostInput, Failure, LaunchReason, RefreshReason, SessionFacts } from './context.ts';
export type { HostEvent } from './events.ts';
export { frameMachine, type FrameContext, type FrameEvent, type FrameInput } from './frameMachine.ts';
export { hostMachine } from './namedMachine.ts';
