import { expect, onTestFinished, test, vi } from 'vitest';
import { diagnose, formatDiagnosis } from '../../src/diagnostics/index.ts';
import { createEmbedBench, eventually } from '../support/embedBench.ts';

const consoleLevels = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;

test('E1, E2, E3, E7: no token, launch URL or error text is anywhere but in src, through refresh, failure and relaunch', async () => {
  const written = consoleLevels.map((level) => vi.spyOn(console, level).mockImplementation(() => {}));
  onTestFinished(() => written.forEach((spy) => spy.mockRestore()));
  const bench = createEmbedBench();
  const told: string[] = [];
  const note = (value: unknown): void => void told.push(JSON.stringify(value));
  const { embed, container } = await bench.live({
    onStatusChange: note,
    onSessionChange: note,
    onNavigate: note,
    onResize: note,
    onProblem: note,
    onTrace: note,
  });
  embed.refresh();
  await eventually(() => expect(bench.refreshes).toHaveLength(1));
  await bench.status(embed, 'live');
  bench.refuse(500);
  embed.refresh();
  await eventually(() => expect(bench.refreshes).toHaveLength(2));
  bench.refuse(403);
  embed.update({ identity: 'another-user' });
  await bench.status(embed, 'failed');
  bench.refuse(null);
  embed.relaunch();
  await bench.status(embed, 'live');

  const page = document.documentElement.cloneNode(true) as HTMLElement;
  for (const iframe of page.querySelectorAll('iframe')) iframe.removeAttribute('src');
  const everywhere = [
    page.outerHTML,
    JSON.stringify(container.dataset),
    location.href,
    document.cookie,
    JSON.stringify(history.state),
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    ...told,
    JSON.stringify(embed.getSnapshot()),
    JSON.stringify(embed.trace()),
    JSON.stringify(diagnose(embed)),
    formatDiagnosis(embed),
    JSON.stringify(written.flatMap((spy) => spy.mock.calls)),
  ].join('\n');
  expect(bench.secrets.length).toBeGreaterThan(8);
  for (const secret of bench.secrets) expect(everywhere).not.toContain(secret);
  expect(written.flatMap((spy) => spy.mock.calls)).toEqual([]);
});

test('B12: what the embed says is in no trace, no diagnosis and no markup', async () => {
  const bench = createEmbedBench();
  const { embed } = await bench.live();
  const text = '<img src=x onerror=alert(1)>\r\nevil';
  bench.say({ type: 'meshes:navigate', path: text });
  bench.say({ type: text, [text]: text });
  bench.say(text);
  await eventually(() => expect(embed.diagnose().counts['drop not-an-object']).toBe(1));
  await eventually(() => expect(embed.getSnapshot().page).toBe(text));
  expect([JSON.stringify(embed.trace()), JSON.stringify(diagnose(embed)), bench.place.outerHTML].join()).not.toContain(
    'evil',
  );
});

test('C1: the token is posted to the embed’s exact origin, and to no one else', async () => {
  const bench = createEmbedBench();
  const posted = vi.fn();
  const { embed } = await bench.live();
  const frame = bench.iframe().contentWindow!;
  const original = frame.postMessage.bind(frame);
  // A window of another origin lets no one replace its functions; the iframe's own view of it can be.
  vi.spyOn(bench.iframe(), 'contentWindow', 'get').mockReturnValue(
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
  expect(posted.mock.calls).toEqual([[['type', 'token'], new URL(bench.iframe().src).origin]]);
});
