import { once } from 'node:events';
import { type IncomingMessage, request as ask } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { FrameFault } from '../src/wire.ts';
import { request, useSandbox } from './support/testSandbox.ts';

const api = useSandbox();

async function launch() {
  const session = await api.mint();
  const { text } = await request(session.launch_url, 'GET', null);
  const boot = JSON.parse(/type="application\/json">(.*?)<\/script>/.exec(text)?.[1] ?? '');
  return { ...session, frame: boot.frame as string, faults: boot.faults as FrameFault[] };
}

/** Opens a document's fault stream; the result's list grows with what comes. */
async function listen(frame: string) {
  const stop = new AbortController();
  const response = await fetch(`${api.sandbox.embedUrl}/frames/${frame}/faults`, { signal: stop.signal });
  const received: FrameFault[] = [];
  const reading = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      for (const [, json = ''] of chunk.matchAll(/^data: (.*)$/gm)) received.push(JSON.parse(json));
    }
  })().catch(() => undefined);
  return {
    response,
    received,
    async close() {
      stop.abort();
      await reading;
    },
  };
}

describe('faults that the page acts out', () => {
  test('those in force at launch come with the page, without what is not for it', async () => {
    api.sandbox.addFault({ fault: 'ready-late', ms: 500, times: 3 });
    api.sandbox.addFault({ fault: 'resize-never' });
    api.sandbox.addFault({ fault: 'latency', ms: 0 });
    const { faults } = await launch();
    expect(faults).toEqual([{ fault: 'ready-late', ms: 500 }, { fault: 'resize-never' }]);
  });

  test('with times, they come with so many launches', async () => {
    api.sandbox.addFault({ fault: 'ready-never', times: 1 });
    expect((await launch()).faults).toHaveLength(1);
    expect((await launch()).faults).toHaveLength(0);
  });

  test('one for a session comes to that one only', async () => {
    const session = await api.mint();
    api.sandbox.addFault({ fault: 'ready-twice', session_id: session.session_id });
    expect((await launch()).faults).toEqual([]);
    expect((await request(session.launch_url, 'GET', null)).text).toContain('ready-twice');
  });

  test('those posted while a document is open come to it at once', async () => {
    const { frame } = await launch();
    const stream = await listen(frame);
    expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    api.sandbox.addFault({ fault: 'refresh-requests', count: 3, times: 1 });
    await expect.poll(() => stream.received).toEqual([{ fault: 'refresh-requests', count: 3 }]);
    expect(api.sandbox.listFaults()).toEqual([]);
    await stream.close();
  });

  test('those posted between launch and stream are not lost, and none comes twice', async () => {
    api.sandbox.addFault({ fault: 'resize-never' });
    const { frame } = await launch();
    api.sandbox.addFault({ fault: 'token-expired' });
    const first = await listen(frame);
    await expect.poll(() => first.received).toEqual([{ fault: 'token-expired' }]);
    await first.close();
    const second = await listen(frame);
    api.sandbox.addFault({ fault: 'reload-frame' });
    await expect.poll(() => second.received).toEqual([{ fault: 'reload-frame' }]);
    await second.close();
  });

  test('with times, the newest document gets it', async () => {
    const streams = [await listen((await launch()).frame), await listen((await launch()).frame)];
    api.sandbox.addFault({ fault: 'reload-frame', times: 1 });
    await expect.poll(() => streams[1]?.received).toEqual([{ fault: 'reload-frame' }]);
    expect(streams[0]?.received).toEqual([]);
    for (const stream of streams) await stream.close();
  });

  test('what only a launch can act out waits for the next launch', async () => {
    const { frame } = await launch();
    const stream = await listen(frame);
    api.sandbox.addFault({ fault: 'ready-never', times: 1 });
    api.sandbox.addFault({ fault: 'resize-growing', times: 1 });
    await expect.poll(() => stream.received).toEqual([{ fault: 'resize-growing' }]);
    expect((await launch()).faults).toEqual([{ fault: 'ready-never' }]);
    await stream.close();
  });

  test('a deleted one comes to no later document', async () => {
    api.sandbox.addFault({ fault: 'token-expired' });
    await launch();
    api.sandbox.deleteFaults();
    expect((await launch()).faults).toEqual([]);
  });

  test('an unknown document has no stream', async () => {
    expect((await request(`${api.sandbox.embedUrl}/frames/nothing/faults`, 'GET', null)).status).toBe(404);
  });
});

describe('what documents report', () => {
  const report = (frame: string, body: unknown) =>
    request(`${api.sandbox.embedUrl}/frames/${frame}/reports`, 'POST', null, body);

  test('one that is on its way at a reset does not count', async () => {
    const { frame } = await launch();
    const body = JSON.stringify({ messages_sent: {}, auths_received: 1 });
    const sending = ask(`${api.sandbox.embedUrl}/frames/${frame}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
    });
    sending.flushHeaders();
    // The sandbox is at work on it by then, and waits for the body.
    await once(sending, 'continue');
    api.sandbox.reset();
    sending.end(body);
    const [{ statusCode }] = (await once(sending, 'response')) as [IncomingMessage];
    expect(statusCode).toBe(404);
    expect(api.sandbox.stats().authsReceived).toBe(0);
  });

  test('is counted, tokens by session, messages by type', async () => {
    const { frame, session_id } = await launch();
    expect(
      (await report(frame, { messages_sent: { 'meshes:ready': 1, 'meshes:resize': 4 }, auths_received: 1 })).status,
    ).toBe(204);
    await report(frame, { messages_sent: { 'meshes:resize': 2 }, auths_received: 2 });
    expect(api.sandbox.stats()).toMatchObject({
      authsReceived: 3,
      messagesSent: { 'meshes:ready': 1, 'meshes:resize': 6 },
      sessions: { [session_id]: { launches: 1, authsReceived: 3, refreshes: 0, apiUnauthorized: 0 } },
    });
  });

  test.each([
    ['no report', {}],
    ['a negative count', { messages_sent: {}, auths_received: -1 }],
    ['a count that is text', { messages_sent: { 'meshes:ready': 'one' }, auths_received: 0 }],
    ['a very long type', { messages_sent: { ['x'.repeat(65)]: 1 }, auths_received: 0 }],
    [
      'very many types',
      {
        messages_sent: Object.fromEntries(Array.from({ length: 33 }, (_, index) => [`t${index}`, 1])),
        auths_received: 0,
      },
    ],
  ])('%s gets 400, and counts nothing', async (_case, body) => {
    const { frame } = await launch();
    expect((await report(frame, body)).status).toBe(400);
    expect(api.sandbox.stats()).toMatchObject({ authsReceived: 0, messagesSent: {} });
  });

  test('of an unknown document gets 404', async () => {
    expect((await report('nothing', { messages_sent: {}, auths_received: 1 })).status).toBe(404);
  });
});
