import { inspect } from 'node:util';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createActor, toPromise } from 'xstate';
import { endpointSource } from '../../src/embed/endpoint.ts';
import { createSessionActors } from '../../src/embed/sessionActors.ts';
import type { SessionFacts } from '../../src/machine/index.ts';
import corpus from '../session/corpus/sessionBodies.json' with { type: 'json' };

/** A body that a session route answers with status 200 as JSON, and what comes of it. */
interface CorpusBody {
  readonly what: string;
  readonly body: string;
  /** What is known of the session that it is taken for. */
  readonly taken?: Partial<SessionFacts>;
  /** The problem that it is told as, what is said of it, and whether that is the end. */
  readonly code?: string;
  readonly seen?: string;
  readonly final?: boolean;
}

const bodies = corpus as readonly CorpusBody[];
/** Every text of a body that must be in no problem. */
const canary = 'canary';

beforeEach(() => {
  vi.stubGlobal('document', { baseURI: 'https://host.example/' });
  return () => vi.unstubAllGlobals();
});

/** Asks a route that answers with this body, as an embed does. */
function launchWith(body: string) {
  const fetch = async (): Promise<Response> =>
    new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
  const source = endpointSource(() => ({ endpoint: '/api', fetch }));
  const current = { ...source, address: undefined, allowInsecureLocalhost: false };
  const actors = createSessionActors(
    () => current,
    () => 0,
    () => {},
  );
  const actor = createActor(actors.fetchSession, { input: { page: 'dashboard', reason: 'mount' } });
  // Else a rejection counts as one that no one sees.
  actor.subscribe({ error: () => {} });
  actor.start();
  return toPromise(actor).then(
    (facts) => ({ facts, secrets: actors.secretsOf(facts) }),
    (failure: unknown) => ({ failure }),
  );
}

test('the corpus has at least 100 bodies, each once', () => {
  expect(bodies.length).toBeGreaterThanOrEqual(100);
  expect(new Set(bodies.map(({ what }) => what)).size).toBe(bodies.length);
  expect(bodies.filter(({ taken, code }) => (taken === undefined) === (code === undefined))).toEqual([]);
});

describe('2.3, 2.4, C7, D1, E2, G7: the corpus of session bodies', () => {
  test.each(bodies)('$what', async ({ body, taken, code, seen, final }) => {
    const result = await launchWith(body);
    if (taken) {
      expect(result).toMatchObject({ facts: taken, secrets: { token: expect.any(String) } });
      expect(inspect('facts' in result && result.facts)).not.toContain(canary);
      return;
    }
    expect(result).toMatchObject({ failure: { final, problem: { code } } });
    if (seen !== undefined) expect(result).toMatchObject({ failure: { problem: { seen } } });
    expect(inspect(result, { depth: 9 })).not.toContain(canary);
  });
});
