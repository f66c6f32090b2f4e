import { afterEach, expect, test } from 'vitest';
import { connectInspector, type InspectorMessage, type TraceEvent } from '../../src/inspect/index.ts';
import { createRecorder } from '../../src/inspect/recorder.ts';
import { idleView, type EmbedView } from '../../src/view/view.ts';

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) for (const port of [port1, port2]) port.close();
});

/** An embed of which only the trace and the view matter, connected to an inspector. */
function connected() {
  const recorder = createRecorder(() => 5);
  let view: EmbedView = idleView;
  recorder.note('state', 'minting');
  const channel = new MessageChannel();
  channels.push(channel);
  const received: InspectorMessage[] = [];
  const closed = new Promise<void>((resolve) => channel.port2.addEventListener('close', () => resolve()));
  let arrived = (): void => {};
  channel.port2.addEventListener('message', ({ data }: MessageEvent<InspectorMessage>) => {
    received.push(data);
    arrived();
  });
  channel.port2.start();
  const stop = connectInspector(
    { getSnapshot: () => view, trace: recorder.events, observe: recorder.observe },
    channel.port1,
  );
  return {
    recorder,
    received,
    closed,
    stop,
    show: (next: EmbedView) => {
      view = next;
    },
    /** Waits until so many messages have come. */
    async messages(count: number): Promise<void> {
      while (received.length < count) await new Promise<void>((resolve) => (arrived = resolve));
    },
  };
}

test('tells the trace so far, then each step with the view of that moment', async () => {
  const { recorder, received, messages, show } = connected();
  show({ ...idleView, status: 'live', sessionId: 'session-1' });
  recorder.note('out', 'meshes:auth', { generation: 1 });
  await messages(2);
  const first: TraceEvent = { version: 1, index: 0, at: 5, kind: 'state', name: 'minting' };
  expect(received).toEqual([
    { type: 'meshes-inspector:hello', version: 1, trace: [first], view: idleView },
    {
      type: 'meshes-inspector:step',
      event: { version: 1, index: 1, at: 5, kind: 'out', name: 'meshes:auth', data: { generation: 1 } },
      view: { ...idleView, status: 'live', sessionId: 'session-1' },
    },
  ]);
});

test('says good-bye when it is ended, tells nothing more, and the port is closed', async () => {
  const { recorder, received, messages, stop, closed } = connected();
  await messages(1);
  stop();
  recorder.note('state', 'live');
  await closed;
  expect(received.map(({ type }) => type)).toEqual(['meshes-inspector:hello', 'meshes-inspector:bye']);
});
