import { strict as assert } from 'node:assert';
import type { Answer, Ask, Call, Caller } from './caller.ts';
import type { Upstream } from './upstream.ts';

/** A session as a page gets it. */
export interface PageSession {
  session_id: string;
  access_token: string;
  launch_url?: string;
  launch_token?: string;
  grant: string;
}

/** What differs from the request of a page of the host's own that a user is signed in to. */
export interface Differing {
  /** `undefined` takes a header away. */
  headers?: Record<string, string | undefined>;
  body?: Ask['body'];
  method?: string;
}

/** A running host, and the Meshes behind it. */
export interface Stage {
  upstream: Upstream;
  /** The origin that the host is served at. */
  origin: string;
  /** Sends what a page sends; `path` is below the place that the handler is mounted at. */
  send(path: string, differing?: Differing): Call;
  ask(path: string, differing?: Differing): Promise<Answer>;
  /** Mints, and demands that it succeeds. */
  mint(differing?: Differing): Promise<PageSession>;
  /** Demands a refusal of the handler's own, in its form, and gives its code. */
  refusal(answer: Answer, status: number): string;
}

/** Makes the stage for a host. */
export function createStage(caller: Caller, upstream: Upstream, origin: string, mount: string): Stage {
  const usual = {
    host: new URL(origin).host,
    origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    cookie: 'user=ada',
  };
  const send: Stage['send'] = (path, { headers = {}, body = '{}', method = 'POST' } = {}) => {
    const sent = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== undefined);
    const bodies = method === 'GET' || method === 'OPTIONS' ? {} : { body };
    return caller.send({
      method,
      path: mount + path,
      headers: Object.fromEntries(sent) as Record<string, string>,
      ...bodies,
    });
  };
  const ask: Stage['ask'] = (path, differing) => send(path, differing).answer;
  return {
    upstream,
    origin,
    send,
    ask,
    async mint(differing) {
      const answer = await ask('/sessions', differing);
      assert.equal(answer.status, 200, `a mint is answered ${answer.status}: ${answer.text.slice(0, 300)}`);
      return JSON.parse(answer.text) as PageSession;
    },
    refusal(answer, status) {
      assert.equal(answer.status, status, `answered ${answer.status}: ${answer.text.slice(0, 300)}`);
      const { error } = JSON.parse(answer.text) as { error: { code: string } };
      return error.code;
    },
  };
}
