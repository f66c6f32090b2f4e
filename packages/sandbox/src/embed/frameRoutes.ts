import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as v from 'valibot';
import { ApiError } from '../http/apiError.ts';
import { check } from '../http/check.ts';
import { readJson } from '../http/readJson.ts';
import type { Frame } from '../state/frames.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { FrameFault } from '../wire.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const reportSchema = v.object({
  messages_sent: v.pipe(v.record(v.pipe(v.string(), v.maxLength(64)), count), v.maxEntries(32)),
  auths_received: count,
});

/** What a launched document and the sandbox say to each other, to be mounted under `/frames`. The real service has nothing like it. */
export function frameRoutes(state: SandboxState): Hono {
  const routes = new Hono();
  routes.get('/:frame/faults', (c) => streamFaults(state, c, requireFrame(state, c)));
  routes.post('/:frame/reports', async (c) => {
    const report = check(reportSchema, await readJson(c));
    // After the body has come: a reset may have forgotten the document meanwhile.
    const { sessionId } = requireFrame(state, c);
    state.counters.count('authsReceived', sessionId, report.auths_received);
    for (const [type, sent] of Object.entries(report.messages_sent)) state.counters.countMessages(type, sent);
    return c.body(null, 204);
  });
  return routes;
}

/** Server-sent events: each fault that is put in force while the document runs. */
function streamFaults(state: SandboxState, c: Context, frame: Frame): Response {
  return streamSSE(c, async (stream) => {
    const gone = new Promise<void>((resolve) => stream.onAbort(resolve));
    const push = (fault: FrameFault) => void stream.writeSSE({ data: JSON.stringify(fault) });
    // Node sends the headers with the first bytes, and the browser opens the stream with the headers.
    await stream.write(': open\n\n');
    state.frames.open(frame, push);
    await gone;
    state.frames.close(frame, push);
  });
}

function requireFrame(state: SandboxState, c: Context): Frame {
  const frame = state.frames.find(c.req.param('frame') ?? '');
  if (frame === undefined) throw new ApiError(404, 'No such document');
  return frame;
}
