import { afterEach, expect, test } from 'vitest';
import {
  connectInspector,
  type InspectorHail,
  type InspectorMessage,
  type InspectorWelcome,
} from '../../src/inspect/index.ts';
import { createRecorder } from '../../src/inspect/recorder.ts';
import { idleView } from '../../src/view/view.ts';

const { origin } = location;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const hail = (...connections: string[]): InspectorHail => ({ type: 'meshes-inspector:hail', version: 1, connections });

/** An embed of which only the trace matters, and a window that hails it and hears its answers. */
function admitted() {
  const recorder = createRecorder(() => 5);
  recorder.note('state', 'minting');
  const embed = { getSnapshot: () => idleView, trace: recorder.events, observe: recorder.observe };
  const end = connectInspector(embed, { origin, title: 'Integrations' });
  const welcomes: { welcome: InspectorWelcome; port: MessagePort }[] = [];
  const hear = ({ data, ports: [port] }: MessageEvent<InspectorWelcome>): void => {
    if (port && data.type === 'meshes-inspector:welcome') welcomes.push({ welcome: data, port });
  };
  addEventListener('message', hear);
  stops.push(end, () => removeEventListener('message', hear));
  return {
    recorder,
    welcomes,
    end,
    say: (data: unknown, from: string | null = origin) =>
      dispatchEvent(new MessageEvent('message', { data, origin: from ?? '', source: window })),
    async welcomed(count: number): Promise<void> {
      await expect.poll(() => welcomes.length).toBe(count);
    },
  };
}

/** Everything that comes over a port. */
function heardOn(port: MessagePort): InspectorMessage[] {
  const heard: InspectorMessage[] = [];
  port.addEventListener('message', ({ data }: MessageEvent<InspectorMessage>) => heard.push(data));
  port.start();
  return heard;
}

test('a hail of the named origin gets a port, over which the trace and each step come', async () => {
  const { recorder, welcomes, say, welcomed } = admitted();
  say(hail());
  await welcomed(1);
  expect(welcomes[0]!.welcome).toMatchObject({ version: 1, title: 'Integrations' });
  const heard = heardOn(welcomes[0]!.port);
  recorder.note('state', 'live');
  await expect.poll(() => heard.map(({ type }) => type)).toEqual(['meshes-inspector:hello', 'meshes-inspector:step']);
});

test('no other origin, and nothing that is no hail, gets anything', async () => {
  const { welcomes, say, welcomed } = admitted();
  for (const from of ['https://foreign.test', `${origin}.foreign.test`, 'null', null]) say(hail(), from);
  for (const data of [
    null,
    'meshes-inspector:hail',
    { type: 'meshes-inspector:hail' },
    { ...hail(), version: 2 },
    { ...hail(), connections: 'all' },
  ])
    say(data);
  say(hail());
  await welcomed(1);
  expect(welcomes).toHaveLength(1);
});

test('an inspector that has its port keeps it; one that lost it gets another, and the former is told good-bye', async () => {
  const { welcomes, say, welcomed } = admitted();
  say(hail());
  await welcomed(1);
  const [first] = welcomes;
  const heard = heardOn(first!.port);
  say(hail(first!.welcome.connection));
  say(hail());
  await welcomed(2);
  expect(welcomes[1]!.welcome.connection).not.toBe(first!.welcome.connection);
  await expect.poll(() => heard.at(-1)?.type).toBe('meshes-inspector:bye');
});

test('once it is ended, no one is answered any more', async () => {
  const { welcomes, say, welcomed, end } = admitted();
  say(hail());
  await welcomed(1);
  const heard = heardOn(welcomes[0]!.port);
  end();
  say(hail());
  await expect.poll(() => heard.at(-1)?.type).toBe('meshes-inspector:bye');
  expect(welcomes).toHaveLength(1);
});

test('only an exact origin can be named', () => {
  const embed = { getSnapshot: () => idleView, trace: () => [], observe: () => () => {} };
  for (const wrong of ['', '*', 'null', 'visualizer.example', `${origin}/`, `${origin}/path`]) {
    expect(() => connectInspector(embed, { origin: wrong, title: wrong })).toThrow(TypeError);
  }
});
