import type { Recorder } from '../inspect/recorder.ts';
import { plainEvents, type HostEvent } from '../machine/events.ts';
import type { EmbedMessage, NavigateMessage } from '../protocol/messages.ts';
import type { AnimationQueue } from './animationQueue.ts';

/** What is done with the embed's messages. */
export interface MessageTakerOptions {
  readonly queue: AnimationQueue;
  readonly recorder: Recorder;
  readonly send: (event: HostEvent) => void;
  readonly onNavigate: (message: NavigateMessage) => void;
}

/** Takes what the gate let through: into the trace, to the machine, and to the host; of a burst only what is drawn. */
export function createMessageTaker({
  queue,
  recorder,
  send,
  onNavigate,
}: MessageTakerOptions): (message: EmbedMessage) => void {
  return (message) => {
    send({ type: message.type === 'meshes:ready' ? 'WAKE' : 'HEARD' });
    if (message.type === 'meshes:resize') {
      const { height } = message;
      queue.later(message.type, () => {
        recorder.note('in', message.type, { height });
        send({ type: 'RESIZE', height });
      });
    } else if (message.type === 'meshes:navigate') {
      queue.now(message.type, () => {
        recorder.note('in', message.type);
        send({ type: 'NAVIGATE', page: message.page });
        onNavigate(message);
      });
    } else {
      recorder.note('in', message.type);
      send({ type: plainEvents[message.type] });
    }
  };
}
