export type {
  EmbedContext,
  EmbedInput,
  Failure,
  LaunchReason,
  RefreshReason,
  SessionFacts,
} from './context.ts';
export { embedMachine } from './embedMachine.ts';
export type { EmbedEvent } from './events.ts';
export { frameMachine, type FrameContext, type FrameEvent, type FrameInput } from './frameMachine.ts';
