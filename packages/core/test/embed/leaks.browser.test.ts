import { expect, onTestFinished, test, vi } from 'vitest';
import { diagnose, formatDiagnosis } from '../../src/diagnostics/index.ts';
import type { MeshesEmbed } from '../../src/index.ts';
import { createEmbedBench, embedOrigin, eventually } from '../support/embedBench.ts';

const consoleLevels = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;

/** Everywhere that a page, its user or its developer could find a secret, as one text. Reads itself at each call. */
function watchEverywhere() {
  const written = consoleLevels.map((level) => vi.spyOn(console, level).mockImplementation(() => {}));
  const told: unknown[] = [];
  const note = (value: unknown): void => void told.push(value);
  const onError = (event: ErrorEvent): void => {
    event.preventDefault();
    note(event.error);
  };
  const onRejection = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    note(event.reason);
  };
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  onTestFinished(() => {
    for (const spy of written) spy.mockRestore();
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  });

  /** What is written of a value: of an error its text, its stack and its fields, and so of its cause. */
  function textOf(value: unknown): string {
    if (!(value instanceof Error)) return JSON.stringify(value) ?? '';
    return [String(value), value.stack, JSON.stringify({ ...value, cause: null }), textOf(value.cause)].join('\n');
  }
  return {
    callbacks: {
      onStatusChange: note,
      onSessionChange: note,
      onNavigate: note,
      onResize: note,
      onProblem: note,
      onTrace: note,
    },
    /** What was written to the console. */
    printed: (): unknown[] => written.flatMap((spy) => spy.mock.calls),
    read(embed: MeshesEmbed, container: HTMLElement): string {
      const page = document.documentElement.cloneNode(true) as HTMLElement;
      for (const iframe of page.querySelectorAll('iframe')) iframe.removeAttribute('src');
      return [
        page.outerHTML,
        JSON.stringify(container.dataset),
        location.href,
        document.cookie,
        window.name,
        JSON.stringify(history.state),
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        ...told.map(textOf),
        JSON.stringify(embed.getSnapshot()),
        JSON.stringify(embed.trace()),
        JSON.stringify(diagnose(embed)),
        formatDiagnosis(embed),
        ...written.flatMap((spy) => spy.mock.calls.flat().map(textOf)),
      ].join('\n');
    },
  };
}

test('E1, E2, E3, E7: no token, launch URL or error text is anywhere but in src, through refresh, failure and relaunch', async () => {
  const watch = watchEverywhere();
  const fixture = createEmbedBench();
  const { embed, container } = await fixture.live(watch.callbacks);
  embed.refresh();
  await eventually(() => expect(fixture.refreshes).toHaveLength(1));
  await fixture.status(embed, 'live');
  fixture.refuse(500);
  embed.refresh();
  await eventually(() => expect(fixture.refreshes).toHaveLength(2));
  fixture.refuse(403);
  embed.update({ identity: 'another-user' });
  await fixture.status(embed, 'failed');
  fixture.refuse(null);
  embed.relaunch();
  await fixture.status(embed, 'live');

  const everywhere = watch.read(embed, container);
  expect(fixture.secrets.length).toBeGreaterThan(8);
  for (const secret of fixture.secrets) expect(everywhere).not.toContain(secret);
  expect(watch.printed()).toEqual([]);
});

test('E1, E2, E3, E7: no header value, grant, token or body of the session route is anywhere, whatever it answers', async () => {
  const watch = watchEverywhere();
  const fixture = createEmbedBench();
  const secrets: string[] = [];
  const secret = (): string => {
    secrets.push(`canary-${crypto.randomUUID()}`);
    return secrets.at(-1)!;
  };
  /** What the route answers from now on; null for a session. */
  let answer: (() => Response | Promise<Response>) | null = null;
  const sent: string[] = [];
  const route = async (url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    sent.push(String(new Headers(init?.headers).get('authorization')), String(init?.body));
    if (answer) return answer();
    const session_id = 'session-1';
    return Response.json({
      session_id,
      access_token: secret(),
      expires_in: 1_800,
      grant: secret(),
      ...(String(url).endsWith('/sessions') && {
        launch_url: `${embedOrigin()}/workspace/dashboard?launch=${secret()}`,
        launch_token: secret(),
      }),
    });
  };
  const { embed, container } = await fixture.live({
    ...watch.callbacks,
    fetchSession: undefined,
    refreshSession: undefined,
    endpoint: '/api/meshes',
    fetch: route,
    headers: () => ({ authorization: `Bearer ${secret()}`, 'x-csrf-token': secret() }),
  });
  embed.refresh();
  await eventually(() => expect(sent.filter((text) => text.includes('grant'))).toHaveLength(1));
  await fixture.status(embed, 'live');

  const failing: (() => Response | Promise<Response>)[] = [
    () => Response.json({ error: { code: secret(), message: secret() } }, { status: 400 }),
    () => Response.json({ session_id: secret(), access_token: [secret()] }),
    () => Response.json({ session_id: secret(), access_token: secret(), launch_url: `javascript:${secret()}` }),
    () => new Response(`<p>${secret()}`, { headers: { 'content-type': `text/html; ${secret()}` } }),
    () => new Response(`{"session_id":"${secret()}`, { headers: { 'content-type': 'application/json' } }),
    () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: new Error(secret()) })),
  ];
  for (const [index, next] of failing.entries()) {
    answer = next;
    // Another user's embed does not fall back to the one that was on screen.
    embed.update({ identity: `user-${index}` });
    await eventually(() => expect(['failed', 'recovering']).toContain(embed.getSnapshot().status));
  }
  // A value that no header may have is in the engine's own words.
  embed.update({ headers: () => ({ authorization: `Bearer ${secret()}\n${secret()}` }) });
  embed.relaunch();
  await fixture.status(embed, 'failed');
  expect(embed.getSnapshot().problem).toMatchObject({ code: 'host-function-threw' });

  const everywhere = watch.read(embed, container);
  // What was sent is what is looked for.
  expect(secrets.filter((one) => sent.join().includes(one)).length).toBeGreaterThan(8);
  expect(secrets.length).toBeGreaterThan(30);
  for (const one of secrets) expect(everywhere).not.toContain(one);
});

test('B12: what the embed says is in no trace, no diagnosis and no markup', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  const text = '<img src=x onerror=alert(1)>\r\nevil';
  fixture.say({ type: 'meshes:navigate', path: text });
  fixture.say({ type: text, [text]: text });
  fixture.say(text);
  await eventually(() => expect(embed.diagnose().counts['drop not-an-object']).toBe(1));
  await eventually(() => expect(embed.getSnapshot().page).toBe(text));
  expect(
    [JSON.stringify(embed.trace()), JSON.stringify(diagnose(embed)), fixture.place.outerHTML].join(),
  ).not.toContain('evil');
});

test('C1: the token is posted to the embed’s exact origin, and to no one else', async () => {
  const fixture = createEmbedBench();
  const posted = vi.fn();
  const { embed } = await fixture.live();
  const frame = fixture.iframe().contentWindow!;
  const original = frame.postMessage.bind(frame);
  // A window of another origin lets no one replace its functions; the iframe's own view of it can be.
  vi.spyOn(fixture.iframe(), 'contentWindow', 'get').mockReturnValue(
    new Proxy({} as Window, {
      get: (_target, name) =>
        name === 'postMessage'
          ? (message: object, origin: string) => {
              posted(Object.keys(message), origin);
              original(message, origin);
            }
          : undefined,
    }),
  );
  embed.refresh();
  await eventually(() => expect(posted).toHaveBeenCalled());
  expect(posted.mock.calls).toEqual([[['type', 'token'], new URL(fixture.iframe().src).origin]]);
});
