import { strict as assert } from 'node:assert';
import type { Call } from './caller.ts';
import type { PageSession, Stage } from './stage.ts';
import { until } from '../workspace/until.ts';

/** One thing that has to hold in every host. */
export interface HostCheck {
  /** A few words, by which hosts name it. */
  name: string;
  /** What holds, as a sentence. */
  holds: string;
  play(stage: Stage): Promise<void>;
}

/** The origin that the apps name in `allowedOrigins`. */
const partner = 'https://partner.example';
/** How many calls to Meshes may run at once where nothing is said. */
const atOnce = 64;

const withGrant = ({ grant }: PageSession): { body: string } => ({ body: JSON.stringify({ grant }) });
const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
/** Plain http by a name, older browsers, web views: nothing but Origin says who asks. */
const byOrigin = { 'sec-fetch-site': undefined };

/** What still runs for the calls before must not count for this one. */
async function settled({ upstream }: Stage): Promise<void> {
  await until(() => upstream.counts.open === 0, 'the upstream calls before to end');
}

async function nothingMinted(stage: Stage, work: () => Promise<void>): Promise<void> {
  await settled(stage);
  const before = stage.upstream.counts.received;
  await work();
  assert.equal(stage.upstream.counts.received, before, 'nothing is asked of Meshes');
}

/** Lets callers wait for a Meshes that does not answer, until as many of them are there as may be. */
async function keptWaiting(stage: Stage, count: number): Promise<Call[]> {
  await settled(stage);
  stage.upstream.hold();
  stage.upstream.counts.most = 0;
  const calls = Array.from({ length: count }, () => stage.send('/sessions'));
  const open = Math.min(count, atOnce);
  await until(() => stage.upstream.counts.open >= open, `${open} upstream calls at once`);
  return calls;
}

async function givenUp(stage: Stage, how: 'by reset' | 'by close'): Promise<void> {
  const { counts } = stage.upstream;
  try {
    const calls = await keptWaiting(stage, 3);
    const before = counts.givenUp;
    for (const { leave } of calls) leave(how);
    // Sooner than the client itself gives up a Meshes that does not answer.
    await until(() => counts.givenUp - before === 3, '3 upstream calls to be given up', 8_000);
  } finally {
    stage.upstream.release();
  }
}

/** What every host is asked. */
export const hostChecks: HostCheck[] = [
  {
    name: 'mint',
    holds: 'A mint answers a session with a grant, without its launch token, and may not be stored.',
    async play({ ask }) {
      const answer = await ask('/sessions');
      assert.equal(answer.status, 200, answer.text.slice(0, 300));
      const session = JSON.parse(answer.text) as PageSession;
      assert.ok(session.session_id && session.access_token && session.grant && session.launch_url);
      assert.equal(session.launch_token, undefined, 'the launch token stays');
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.match(String(answer.headers['content-type']), /^application\/json/);
    },
  },
  {
    name: 'page',
    holds: 'The page that the browser asks for is the one that is launched.',
    async play({ mint }) {
      assert.match((await mint({ body: '{"page":"rules"}' })).launch_url ?? '', /\/workspace\/rules\?/);
    },
  },
  {
    name: 'refresh',
    holds: 'A refresh answers a new token and a new grant of the same session.',
    async play({ ask, mint }) {
      const session = await mint();
      const answer = await ask(`/sessions/${session.session_id}/refresh`, withGrant(session));
      assert.equal(answer.status, 200, answer.text.slice(0, 300));
      const refreshed = JSON.parse(answer.text) as PageSession;
      assert.equal(refreshed.session_id, session.session_id);
      assert.notEqual(refreshed.access_token, session.access_token);
      assert.equal((await ask(`/sessions/${session.session_id}/refresh`, withGrant(refreshed))).status, 200);
    },
  },
  {
    name: 'delete',
    holds: 'A session that is deleted is revoked, and refuses to be refreshed.',
    async play({ ask, mint, refusal }) {
      const session = await mint();
      const answer = await ask(`/sessions/${session.session_id}`, { method: 'DELETE', ...withGrant(session) });
      assert.equal(answer.status, 200, answer.text.slice(0, 300));
      assert.deepEqual(JSON.parse(answer.text), { revoked: true });
      const refused = await ask(`/sessions/${session.session_id}/refresh`, withGrant(session));
      assert.equal(refusal(refused, 409), 'session-revoked');
    },
  },
  {
    name: 'grant of another user',
    holds: 'The session of another user looks like one that does not exist.',
    async play({ ask, mint, refusal }) {
      const session = await mint();
      const other = { headers: { cookie: 'user=eve' }, ...withGrant(session) };
      const refused = await ask(`/sessions/${session.session_id}/refresh`, other);
      assert.equal(refusal(refused, 404), 'unknown-session');
    },
  },
  {
    name: 'no grant',
    holds: 'A refresh without a grant is 400.',
    async play({ ask, mint, refusal }) {
      const { session_id } = await mint();
      assert.equal(refusal(await ask(`/sessions/${session_id}/refresh`), 400), 'bad-grant');
    },
  },
  {
    name: 'signed out',
    holds: 'Where no one is signed in the answer is 401, and nothing is asked of Meshes.',
    play: (stage) =>
      nothingMinted(stage, async () => {
        const answer = await stage.ask('/sessions', { headers: { cookie: undefined } });
        assert.equal(stage.refusal(answer, 401), 'unauthorized');
      }),
  },
  {
    name: 'foreign page',
    holds: 'A page of another origin is 403, with no word about who may ask, and nothing is asked of Meshes.',
    play: (stage) =>
      nothingMinted(stage, async () => {
        const answer = await stage.ask('/sessions', { headers: crossSite });
        assert.equal(stage.refusal(answer, 403), 'foreign-origin');
        assert.equal(answer.headers['access-control-allow-origin'], undefined);
      }),
  },
  {
    name: 'foreign page, by Origin',
    holds: 'The same where the browser sends no `Sec-Fetch-Site`, and where it sends neither.',
    play: (stage) =>
      nothingMinted(stage, async () => {
        const foreign = { ...byOrigin, origin: 'https://evil.example' };
        assert.equal(stage.refusal(await stage.ask('/sessions', { headers: foreign }), 403), 'foreign-origin');
        const neither = { ...byOrigin, origin: undefined };
        assert.equal(stage.refusal(await stage.ask('/sessions', { headers: neither }), 403), 'foreign-origin');
      }),
  },
  {
    name: 'own page, by Origin',
    holds: 'A page of the same origin is served without `Sec-Fetch-Site`.',
    async play({ mint }) {
      await mint({ headers: byOrigin });
    },
  },
  {
    name: 'plain http by name',
    holds: 'A page on plain http under a name of the network is served, as the `Host` header says it.',
    async play({ mint }) {
      await mint({ headers: { ...byOrigin, host: 'app.test:8080', origin: 'http://app.test:8080' } });
    },
  },
  {
    name: 'behind TLS',
    holds: 'An https page is served by a plain http server behind a proxy that ends TLS and keeps `Host`.',
    async play({ mint }) {
      const proxied = { host: 'app.example.com', origin: 'https://app.example.com', 'x-forwarded-proto': 'https' };
      await mint({ headers: { ...byOrigin, ...proxied } });
    },
  },
  {
    name: 'Host with port 443',
    holds: 'So is one behind a proxy that writes the port into `Host`.',
    async play({ mint }) {
      await mint({ headers: { ...byOrigin, host: 'app.example.com:443', origin: 'https://app.example.com' } });
    },
  },
  {
    name: 'X-Forwarded-Host',
    holds: 'What `X-Forwarded-Host` and `Forwarded` say counts for nothing: 403.',
    play: (stage) =>
      nothingMinted(stage, async () => {
        const forged = {
          origin: 'https://evil.example',
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'https',
          forwarded: 'host=evil.example;proto=https',
        };
        const answer = await stage.ask('/sessions', { headers: { ...byOrigin, ...forged } });
        assert.equal(stage.refusal(answer, 403), 'foreign-origin');
      }),
  },
  {
    name: 'preflight',
    holds: 'The preflight of an allowed origin is answered, with the headers that Sentry and sign-ins add.',
    async play({ ask }) {
      const answer = await ask('/sessions', {
        method: 'OPTIONS',
        headers: {
          'content-type': undefined,
          cookie: undefined,
          'sec-fetch-site': 'cross-site',
          origin: partner,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,baggage,content-type,sentry-trace',
        },
      });
      assert.ok(answer.status === 204 || answer.status === 200, `answered ${answer.status}`);
      assert.equal(answer.headers['access-control-allow-origin'], partner);
      assert.equal(answer.headers['access-control-allow-credentials'], 'true');
      assert.match(String(answer.headers['access-control-allow-methods']), /POST.*DELETE/);
      assert.match(String(answer.headers['access-control-allow-headers']), /authorization.*baggage.*sentry-trace/);
    },
  },
  {
    name: 'preflight of a foreign page',
    holds: 'The preflight of any other origin allows nothing.',
    async play({ ask }) {
      const answer = await ask('/sessions', {
        method: 'OPTIONS',
        headers: { ...crossSite, 'access-control-request-method': 'POST' },
      });
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    },
  },
  {
    name: 'allowed origin',
    holds: 'A page of an allowed origin is served and may read the answer; caches learn that it depends on Origin.',
    async play({ ask }) {
      const answer = await ask('/sessions', { headers: { origin: partner, 'sec-fetch-site': 'cross-site' } });
      assert.equal(answer.status, 200, answer.text.slice(0, 300));
      assert.equal(answer.headers['access-control-allow-origin'], partner);
      assert.equal(answer.headers['access-control-allow-credentials'], 'true');
      assert.match(String(answer.headers.vary), /Origin/i);
    },
  },
  {
    name: 'GET',
    holds: 'Another method is 404 or 405, and nothing is asked of Meshes.',
    play: (stage) =>
      nothingMinted(stage, async () => {
        const { status } = await stage.ask('/sessions', { method: 'GET' });
        assert.ok(status === 405 || status === 404, `answered ${status}`);
      }),
  },
  {
    name: 'other path',
    holds: 'A path beside those of the handler is 404.',
    async play({ ask }) {
      assert.equal((await ask('/elsewhere')).status, 404);
    },
  },
  {
    name: 'no JSON',
    holds: 'A body that is no JSON object is 400: text, a list, nothing at all.',
    async play({ ask }) {
      for (const body of ['{"page":', '[]', ''])
        assert.equal((await ask('/sessions', { body })).status, 400, `for ${JSON.stringify(body)}`);
    },
  },
  {
    name: 'plain text',
    holds: 'A body of a type that any page could send is 415.',
    async play({ ask }) {
      assert.equal((await ask('/sessions', { headers: { 'content-type': 'text/plain' } })).status, 415);
    },
  },
  {
    name: 'body in pieces',
    holds: 'A body that comes in pieces, cut inside of characters, is read as a whole.',
    async play({ mint }) {
      const pieces = [...'{"page":"rules","note":"'].concat(['é', '漢', '🙂', '"}']);
      assert.match((await mint({ body: pieces })).launch_url ?? '', /\/workspace\/rules\?/);
    },
  },
  {
    name: 'oversized body',
    holds: 'A body of 200 kB is 413, and the server lives.',
    async play({ ask, mint }) {
      const answer = await ask('/sessions', { body: JSON.stringify({ page: 'x'.repeat(200_000) }) });
      assert.equal(answer.status, 413, answer.text.slice(0, 300));
      await mint();
    },
  },
  {
    name: 'oversized body without a length',
    holds: 'So is one of 2 MB in chunks that does not say how large it is.',
    async play({ ask, mint }) {
      const piece = 'x'.repeat(100_000);
      const answer = await ask('/sessions', { body: ['{"page":"', ...Array.from({ length: 20 }, () => piece), '"}'] });
      assert.equal(answer.status, 413, answer.text.slice(0, 300));
      await mint();
    },
  },
  {
    name: 'Meshes is busy',
    holds: 'A 429 of Meshes is one for the page, with its `Retry-After`; none is tried again here.',
    async play(stage) {
      await settled(stage);
      const { upstream } = stage;
      const before = upstream.counts.received;
      upstream.refuse({ status: 429, headers: { 'retry-after': '7' } });
      try {
        const answer = await stage.ask('/sessions');
        assert.equal(stage.refusal(answer, 429), 'rate-limited');
        assert.equal(answer.headers['retry-after'], '7');
        assert.equal(upstream.counts.received - before, 1, 'calls to Meshes');
      } finally {
        upstream.refuse(null);
      }
    },
  },
  {
    name: 'Meshes fails',
    holds: 'A 500 of Meshes is 503 with `Retry-After`, its refusal of this server 502, and its words stay here.',
    async play({ ask, refusal, upstream }) {
      try {
        upstream.refuse({ status: 500 });
        const failed = await ask('/sessions');
        assert.equal(refusal(failed, 503), 'meshes-unavailable');
        assert.equal(failed.headers['retry-after'], '2');
        upstream.refuse({ status: 403 });
        const refused = await ask('/sessions');
        assert.equal(refusal(refused, 502), 'meshes-refused');
        assert.doesNotMatch(failed.text + refused.text, /words of Meshes/);
      } finally {
        upstream.refuse(null);
      }
    },
  },
  {
    name: '200 at once',
    holds: `Of 200 mints at once all are served, and never more than ${atOnce} are asked of Meshes together.`,
    async play(stage) {
      const { upstream } = stage;
      let calls: Call[];
      try {
        calls = await keptWaiting(stage, 200);
      } finally {
        upstream.release();
      }
      const answers = await Promise.all(calls.map(({ answer }) => answer));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
      const ids = new Set(answers.map(({ text }) => (JSON.parse(text) as PageSession).session_id));
      assert.equal(ids.size, 200, 'each has a session of its own');
      assert.ok(upstream.counts.most <= atOnce, `${upstream.counts.most} upstream calls at once`);
    },
  },
  {
    name: '70 that leave, then one that stays',
    holds: 'Callers who leave while Meshes is slow use nothing up: the next one is served.',
    async play(stage) {
      try {
        for (const { leave } of await keptWaiting(stage, 70)) leave('by reset');
        // A host that notices gives up its calls; any other has them answered, for no one.
        await until(() => stage.upstream.counts.open === 0, 'them to be given up', 2_000).catch(() => {});
      } finally {
        stage.upstream.release();
      }
      await stage.mint();
    },
  },
  {
    name: 'given up at a reset',
    holds: 'When a caller resets its connection, what is asked of Meshes for it is given up.',
    play: (stage) => givenUp(stage, 'by reset'),
  },
  {
    name: 'given up at a close',
    holds: 'So it is when the caller closes it.',
    play: (stage) => givenUp(stage, 'by close'),
  },
];

/** What an app is asked besides, where something in front of the handler reads bodies and sets a cookie. */
export const parserChecks: HostCheck[] = [
  {
    name: 'behind a body parser',
    holds: 'A body that something has read arrives: the page of a mint, the grant of a refresh.',
    async play({ ask, mint }) {
      const session = await mint({ body: '{"page":"rules"}' });
      assert.match(session.launch_url ?? '', /\/workspace\/rules\?/);
      assert.equal((await ask(`/sessions/${session.session_id}/refresh`, withGrant(session))).status, 200);
    },
  },
  {
    name: 'behind a body parser, oversized',
    holds: 'One that the parser lets through and is too large is 413.',
    async play({ ask }) {
      assert.equal((await ask('/sessions', { body: JSON.stringify({ page: 'x'.repeat(80_000) }) })).status, 413);
    },
  },
  {
    name: 'cookies of the host',
    holds: 'A cookie that the host has set already stays on the answer.',
    async play({ ask }) {
      assert.match(String((await ask('/sessions')).headers['set-cookie']), /seen=1/);
    },
  },
];
