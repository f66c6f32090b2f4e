import { describe, expect, test, vi } from 'vitest';
import { watchBlocks } from '../../src/embed/watchBlocks.ts';

interface Violation {
  readonly blockedURI: string;
  readonly effectiveDirective: string;
  readonly disposition?: 'enforce' | 'report';
}

/** What the embed is told where a page's policy blocks something, with an endpoint of the page and a frame of the embed. */
function toldOf(violation: Violation, endpoint: string | undefined, frame = 'https://embed.example'): string[] {
  const document = new EventTarget();
  const send = vi.fn<(event: { type: string }) => void>();
  const stop = watchBlocks({ document } as unknown as Window, { frame: () => frame, endpoint: () => endpoint, send });
  const event = (): Event => Object.assign(new Event('securitypolicyviolation'), { disposition: 'enforce' }, violation);
  document.dispatchEvent(event());
  stop();
  document.dispatchEvent(event());
  return send.mock.calls.map(([{ type }]) => type);
}

const endpoint = 'https://app.example/api/meshes';
const call = (blockedURI: string): Violation => ({ blockedURI, effectiveDirective: 'connect-src' });
const launch = (blockedURI: string): Violation => ({ blockedURI, effectiveDirective: 'frame-src' });

describe('4.6: a policy that blocks the call for a session', () => {
  test.each([
    ['a mint', `${endpoint}/sessions`, endpoint],
    ['a refresh', `${endpoint}/sessions/session-1/refresh`, endpoint],
    ['an endpoint that ends in a slash', `${endpoint}/sessions`, `${endpoint}/`],
    ['an endpoint with a query', `${endpoint}/sessions?tenant=7`, `${endpoint}?tenant=7`],
    ['an endpoint with a fragment', `${endpoint}/sessions`, `${endpoint}#part`],
    ['an endpoint at the root', 'https://app.example/sessions', 'https://app.example/'],
  ])('%s', (_name, blocked, from) => {
    expect(toldOf(call(blocked), from)).toEqual(['CALL_BLOCKED']);
  });

  test.each([
    ['a report only', { ...call(`${endpoint}/sessions`), disposition: 'report' as const }],
    ['what was blocked as a script', { ...call(`${endpoint}/sessions`), effectiveDirective: 'script-src' }],
    ['no address', call('inline')],
  ])('is not told of %s', (_name, violation) => {
    expect(toldOf(violation, endpoint)).toEqual([]);
  });

  test('nor before an endpoint was asked', () => {
    expect(toldOf(call(`${endpoint}/sessions`), undefined)).toEqual([]);
  });
});

describe('1.9m: another address that begins like the one in question', () => {
  test.each([
    ['a longer path', 'https://app.example/api/meshes-statistics'],
    ['another path below', 'https://app.example/api/meshes/statistics'],
    ['a longer last step', 'https://app.example/api/meshes/sessions-of-others'],
    ['a longer host', 'https://app.example.evil.example/api/meshes/sessions'],
    ['a longer port', 'https://app.example:4433/api/meshes/sessions'],
  ])('is no call for a session: %s', (_name, blocked) => {
    expect(toldOf(call(blocked), endpoint)).toEqual([]);
    expect(toldOf(call(blocked), 'https://app.example')).toEqual([]);
  });

  test.each(['https://embed.example.evil.example/', 'https://embed.example:4433/', 'https://embed.examples/'])(
    'is no launch: %s',
    (blocked) => {
      expect(toldOf(launch(blocked), endpoint)).toEqual([]);
    },
  );

  test('the frame itself is one', () => {
    expect(toldOf(launch('https://embed.example/workspace/rules?launch=1'), endpoint)).toEqual(['BLOCKED']);
    expect(toldOf(launch('https://embed.example'), endpoint)).toEqual(['BLOCKED']);
  });
});
