import { describe, expect, test } from 'vitest';
import {
  causes,
  checkTitles,
  diagnose,
  formatDiagnosis,
  symptomTitles,
  type CauseCode,
  type DiagnosticReport,
  type PageFacts,
} from '../../src/diagnostics/index.ts';
import type { Evidence } from '../../src/diagnostics/evidence.ts';
import { factsOf } from '../../src/diagnostics/factsOf.ts';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

const healthy = {
  'effect show-frame': 1,
  'in load': 1,
  'in meshes:ready': 1,
  'out meshes:auth': 2,
  'in meshes:navigate': 1,
  'in meshes:resize': 3,
};

const fine: PageFacts = { secure: true, isolated: false, visible: true, shown: true, width: 900, frameHeight: 640 };

/** What a report holds that a machine of its own does not tell. */
interface Rest {
  readonly look?: PageFacts | null;
  readonly expected?: Evidence['expected'];
  readonly sinceReady?: number;
}

function reportOf(
  host: HostRig,
  counts: Readonly<Record<string, number>> = healthy,
  rest: Rest = {},
): DiagnosticReport {
  const { context } = host.actor.getSnapshot();
  const frameHeight = context.sizing.height ?? context.sizing.min;
  const { look = { ...fine, frameHeight }, expected, sinceReady = 1_000 } = rest;
  return diagnose({
    version: 1,
    at: Math.round(context.now()),
    status: host.status(),
    sessionId: context.session?.sessionId ?? null,
    checks: [],
    counts,
    facts: { ...factsOf({ context, look, expected }), sinceReady },
  });
}
const failedIn = ({ checks }: DiagnosticReport): string[] =>
  checks.filter(({ result }) => result === 'failed').map(({ code }) => code);
const causesIn = ({ checks }: DiagnosticReport): (CauseCode | null)[] =>
  checks.filter(({ result }) => result === 'failed').map(({ cause }) => cause);

async function healthyHost(): Promise<HostRig> {
  const host = createHostRig();
  await host.goLive();
  host.send('REFRESH');
  await host.answer();
  host.send({ type: 'RESIZE', height: 640 });
  return host;
}

test('an embed that is well: every check passed', async () => {
  const { checks, ...head } = reportOf(await healthyHost(), healthy, {
    expected: { workspaceId: 'workspace-1', role: 'admin' },
  });
  expect(head).toMatchObject({ version: 1, status: 'live', sessionId: 'session-1' });
  expect(checks.filter(({ result, cured }) => result !== 'passed' || cured)).toEqual([]);
});

test('before it is mounted: nothing is known, and nothing has failed', () => {
  const { checks } = reportOf(createHostRig(), {}, { look: null });
  // But for the least height, which is an option.
  expect(checks.filter(({ result }) => result !== 'unknown').map(({ code }) => code)).toEqual(['minimum-sensible']);
});

test('1.9l: what was asked for more than ten minutes ago does not count any more', async () => {
  const host = await healthyHost();
  host.send('LOST');
  await host.advance(0);
  await host.answer();
  host.send('READY');
  expect(reportOf(host).facts?.recoveries).toBe(1);
  await host.advance(600_001);
  expect(reportOf(host).facts?.recoveries).toBe(0);
});

test('at least one check for each failure of contract §8, each explained', async () => {
  const { checks } = reportOf(await healthyHost());
  expect(new Set(checks.map(({ symptom }) => symptom))).toEqual(new Set(Object.keys(symptomTitles)));
  expect(checks.map(({ code }) => code).sort()).toEqual(Object.keys(checkTitles).sort());
});

describe('what is told', () => {
  const failing: Readonly<
    Record<string, readonly [code: string, cause: CauseCode, reach: (host: HostRig) => Promise<void>]>
  > = {
    'the backend refused': [
      'session-given',
      'not-authorized',
      async (host) => {
        host.send('MOUNT');
        await host.fail('not-authorized', { final: true });
      },
    ],
    'the launch URL was too old': [
      'ready-came',
      'launch-url-expired',
      async (host) => {
        host.send('MOUNT');
        await host.answer({ launchTtlMs: 0 });
      },
    ],
    'ready did not come': [
      'ready-came',
      'ready-missing',
      async (host) => {
        host.send('MOUNT');
        await host.answer();
        host.send('LOADED');
        await host.advance(15_000);
      },
    ],
    'each launch loaded something that stayed silent': [
      'ready-came',
      'embed-blocked',
      async (host) => {
        host.send('MOUNT');
        for (let launch = 1; launch <= 4; launch += 1) {
          await host.answer();
          host.send({ type: 'LOADED', foreign: false });
          while (host.status() === 'launching') await host.advanceToTimer();
          while (host.state() === 'recovering') await host.advanceToTimer();
        }
      },
    ],
    'nothing was loaded at any launch': [
      'ready-came',
      'embed-slow',
      async (host) => {
        host.send('MOUNT');
        for (let launch = 1; launch <= 4; launch += 1) {
          await host.answer();
          while (host.status() === 'launching') await host.advanceToTimer();
          while (host.state() === 'recovering') await host.advanceToTimer();
        }
        expect(host.status()).toBe('failed');
      },
    ],
    'the host’s policy blocked it': [
      'ready-came',
      'launch-blocked',
      async (host) => {
        host.send('MOUNT');
        await host.answer();
        host.send('BLOCKED');
      },
    ],
    'the iframe was hard reloaded': [
      'frame-kept',
      'frame-reloaded',
      async (host) => {
        await host.goLive();
        await host.advance(600);
        host.send({ type: 'LOADED', foreign: false });
        await host.advance(3_000);
      },
    ],
    'no one said how long the token lives': [
      'token-life-known',
      'life-assumed',
      async (host) => void (await host.goLive({ ttlSource: 'assumed', ttlMs: 300_000 })),
    ],
    'a refresh fails': [
      'refresh-works',
      'refresh-failing',
      async (host) => {
        await host.goLive();
        host.send('REFRESH');
        await host.fail();
      },
    ],
    'the session was revoked': [
      'refresh-works',
      'session-revoked',
      async (host) => {
        await host.goLive();
        host.send('REFRESH');
        await host.fail('session-revoked', { final: true });
      },
    ],
    'it recovered too often': [
      'calls-left',
      'calls-spent',
      async (host) => {
        await host.goLive();
        for (let launch = 0; launch < 7; launch++) {
          await host.advance(31_000);
          host.send('LOST');
          await host.advance(0);
          if (!host.waiting()) return;
          await host.answer();
          host.send('READY');
        }
      },
    ],
    'the iframe was removed': [
      'frame-kept',
      'frame-removed',
      async (host) => {
        await host.goLive();
        host.send('LOST');
      },
    ],
    'a document said nothing once it had its token': [
      'frame-kept',
      'embed-silent',
      async (host) => {
        host.send('MOUNT');
        await host.answer();
        host.send({ type: 'READY' }, { type: 'LOADED', foreign: false });
        await host.advance(10_000);
      },
    ],
    'an exception was thrown': [
      'ready-came',
      'internal',
      async (host) => {
        await host.goLive();
        host.send('BROKEN');
      },
    ],
    'there was no source of sessions': [
      'session-given',
      'source-missing',
      async (host) => {
        host.send('MOUNT');
        await host.fail('source-missing');
      },
    ],
    'the token could not be sent': [
      'token-given',
      'token-malformed',
      async (host) => {
        host.send('MOUNT');
        await host.fail('token-malformed', { final: true });
      },
    ],
    'a refresh was refused': [
      'refresh-works',
      'refresh-refused',
      async (host) => {
        await host.goLive();
        host.send('REFRESH');
        await host.fail('refresh-refused', { final: true });
      },
    ],
    'one newer token after another is refused': [
      'token-fresh',
      'token-stale',
      async (host) => {
        await host.goLive();
        for (let ask = 0; ask < 4; ask += 1) {
          host.send('TOKEN_REFRESH');
          if (!host.waiting()) await host.advanceToTimer();
          await host.answer();
        }
      },
    ],
    'the dashboard was refused, too': [
      'page-allowed',
      'page-refused',
      async (host) => {
        host.send('MOUNT');
        await host.fail('page-refused', { final: true });
      },
    ],
    'the height never came to rest': [
      'height-settled',
      'height-loop',
      async (host) => {
        await host.goLive();
        for (let report = 0; report < 200; report++) host.send({ type: 'RESIZE', height: 600 + (report % 2) * 100 });
      },
    ],
  };
  test.each(Object.entries(failing))('%s', async (_name, [code, cause, reach]) => {
    const host = createHostRig();
    await reach(host);
    const report = reportOf(host, { ...healthy, 'problem backend-failed': 1 });
    expect(failedIn(report)).toEqual([code]);
    expect(causesIn(report)).toEqual([cause]);
    expect(causes[cause].symptom).toBe(report.checks.find((check) => check.code === code)?.symptom);
  });

  const looks: Readonly<Record<string, readonly [code: string, cause: CauseCode, rest: Rest]>> = {
    'the page is no secure context': ['page-fit', 'insecure-context', { look: { ...fine, secure: false } }],
    'the container is not shown': [
      'container-shown',
      'container-hidden',
      { look: { ...fine, shown: false, frameHeight: 0 } },
    ],
    'the container has no width': ['container-shown', 'container-hidden', { look: { ...fine, width: 0 } }],
    'a style overrules the height': ['height-applied', 'height-overruled', { look: { ...fine, frameHeight: 200 } }],
  };
  test.each(Object.entries(looks))('%s', async (_name, [code, cause, rest]) => {
    const report = reportOf(await healthyHost(), healthy, rest);
    expect(failedIn(report)).toEqual([code]);
    expect(causesIn(report)).toEqual([cause]);
  });

  test('the page is isolated, and nothing came of the launch; one that went live in spite of it is fine', async () => {
    const isolated = { look: { ...fine, isolated: true } };
    const host = createHostRig();
    host.send('MOUNT');
    await host.answer();
    host.send('BLOCKED');
    expect(causesIn(reportOf(host, healthy, { look: { ...isolated.look, frameHeight: 480 } }))).toContain(
      'cross-origin-isolated',
    );
    expect(failedIn(reportOf(await healthyHost(), healthy, isolated))).toEqual([]);
  });

  test('a height that does not come, once it could have come: where it is shown, in a page in view', async () => {
    const host = createHostRig();
    await host.goLive();
    const silent = { 'in meshes:ready': 1 };
    const look = { ...fine, frameHeight: 480 };
    expect(failedIn(reportOf(host, silent, { sinceReady: 5_001, look }))).toEqual(['heights-came']);
    expect(failedIn(reportOf(host, silent, { sinceReady: 5_000, look }))).toEqual([]);
    expect(failedIn(reportOf(host, silent, { sinceReady: 5_001, look: { ...look, visible: false } }))).toEqual([]);
    expect(
      failedIn(reportOf(host, silent, { sinceReady: 5_001, look: { ...look, shown: false, visible: false } })),
    ).toEqual(['container-shown']);
  });

  test('a least height that shows nothing, where no other came', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'BOUNDS', min: 40, max: 900 });
    expect(causesIn(reportOf(host, { 'in meshes:ready': 1 }))).toEqual(['minimum-too-small']);
    expect(failedIn(reportOf(host, healthy))).toEqual([]);
  });

  test('the session is of another workspace, or has another role', async () => {
    const host = await healthyHost();
    expect(failedIn(reportOf(host, healthy, { expected: { workspaceId: 'workspace-2' } }))).toEqual([
      'workspace-expected',
    ]);
    expect(failedIn(reportOf(host, healthy, { expected: { role: 'owner' } }))).toEqual(['role-expected']);
  });

  test('what is not told of a session cannot differ', async () => {
    const host = createHostRig();
    await host.goLive({ workspaceId: null, role: null });
    expect(failedIn(reportOf(host, healthy, { expected: { workspaceId: 'workspace-2', role: 'owner' } }))).toEqual([]);
  });

  test('what went wrong and was made up for since', async () => {
    const host = await healthyHost();
    const { checks } = reportOf(host, {
      ...healthy,
      'problem backend-failed': 2,
      'problem ready-missing': 1,
      'problem frame-reloaded': 1,
    });
    expect(checks.filter(({ cured }) => cured).map(({ code, result, cause }) => [code, result, cause])).toEqual([
      ['session-given', 'passed', 'backend-failed'],
      ['ready-came', 'passed', 'ready-missing'],
      ['frame-kept', 'passed', 'frame-reloaded'],
    ]);
  });

  test('no data: the embed said nothing since ready', async () => {
    const host = createHostRig();
    await host.goLive();
    const { checks } = reportOf(host, { 'in meshes:ready': 1, 'out meshes:auth': 1 });
    expect(
      checks
        .filter(({ symptom }) => symptom === 'no-data' || symptom === 'resize')
        .map(({ code, result }) => [code, result]),
    ).toEqual([
      ['workspace-expected', 'passed'],
      ['role-expected', 'passed'],
      ['page-allowed', 'passed'],
      ['embed-spoke', 'unknown'],
      ['heights-came', 'unknown'],
      ['height-applied', 'passed'],
      ['minimum-sensible', 'passed'],
      ['container-shown', 'passed'],
      ['height-settled', 'unknown'],
    ]);
  });
});

test('a handle and its report give the same checks, in every build; the facts are flat', async () => {
  const { checks, ...facts } = reportOf(await healthyHost());
  const report = { ...facts, checks: [] };
  expect(diagnose({ diagnose: () => report })).toEqual({ ...report, checks });
  expect(diagnose(report).checks).toEqual(checks);
  expect(formatDiagnosis({ diagnose: () => report })).toBe(formatDiagnosis({ ...report, checks }));
  for (const value of Object.values(report.facts ?? {})) expect(value === null || typeof value !== 'object').toBe(true);
});

test('a report that holds no facts has no checks', async () => {
  const report = { ...reportOf(await healthyHost()), facts: null };
  expect(diagnose(report)).toEqual({ ...report, checks: [] });
});

test('how long ago the embed said ready, once it did', async () => {
  const host = createHostRig();
  const sinceReady = (): number | null => {
    const { context } = host.actor.getSnapshot();
    return factsOf({ context, look: null }).sinceReady;
  };
  expect(sinceReady()).toBe(null);
  await host.goLive();
  host.clock.increment(5_001);
  expect(sinceReady()).toBe(5_001);
});

test('the report is JSON', async () => {
  const report = reportOf(await healthyHost());
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

describe('as text', () => {
  test('one that is well: every row, nothing failed, no remedy', async () => {
    const text = formatDiagnosis(reportOf(await healthyHost()));
    for (const title of Object.values(symptomTitles)) expect(text).toContain(title);
    expect(text).toMatch(/^Meshes embed: live, \d+\.\d s after it was created/);
    expect(text).not.toContain('FAIL');
    for (const { remedy } of Object.values(causes)) expect(text).not.toContain(remedy);
  });

  test('one that failed: which, what was seen, and what to do', async () => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.fail('not-authorized', { final: true });
    const text = formatDiagnosis(reportOf(host, { 'problem not-authorized': 1 }));
    expect(text).toContain(
      `FAIL ${checkTitles['session-given']} (session-given: status failed, problem not-authorized)`,
    );
    expect(text).toContain(causes['not-authorized'].remedy);
    expect(text).toContain('problem not-authorized 1');
  });

  test('one that was cured says so', async () => {
    const text = formatDiagnosis(reportOf(await healthyHost(), { ...healthy, 'problem ready-missing': 1 }));
    expect(text).toContain(`${checkTitles['ready-came']}, after ready-missing was cured`);
  });
});

test('a document that loaded and is silent is told of while it is waited for', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send({ type: 'LOADED', foreign: false });
  await host.advance(5_000);
  const silent = reportOf(host, { 'problem outer-frame': 1 });
  expect(silent.checks.find(({ code }) => code === 'ready-came')).toMatchObject({
    result: 'failed',
    cause: 'outer-frame',
  });
  host.send('READY');
  const live = reportOf(host, { 'problem outer-frame': 1 });
  expect(live.checks.find(({ code }) => code === 'ready-came')).toMatchObject({ result: 'passed', cured: true });
});
