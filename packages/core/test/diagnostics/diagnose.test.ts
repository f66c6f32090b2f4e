import { describe, expect, test } from 'vitest';
import { diagnose, explanations, formatDiagnosis, rowTitles, type DiagnosticReport, type DiagnosisInput } from '../../src/diagnostics/index.ts';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

const healthy = { 'effect show-frame': 1, 'in load': 1, 'in meshes:ready': 1, 'out meshes:auth': 2, 'in meshes:navigate': 1, 'in meshes:resize': 3 };

function reportOf(host: HostRig, counts: Readonly<Record<string, number>> = healthy, expected?: DiagnosisInput['expected']): DiagnosticReport {
  return diagnose({ status: host.status(), context: host.actor.getSnapshot().context, counts, ...(expected && { expected }) });
}
const failedIn = ({ checks }: DiagnosticReport): string[] => checks.filter(({ result }) => result === 'failed').map(({ code }) => code);

async function healthyHost(): Promise<HostRig> {
  const host = createHostRig();
  await host.goLive();
  host.send('REFRESH');
  await host.answer();
  host.send({ type: 'RESIZE', height: 640 });
  return host;
}

test('an embed that is well: every check passed', async () => {
  const { checks, ...head } = reportOf(await healthyHost(), healthy, { workspaceId: 'workspace-1', role: 'admin' });
  expect(head).toMatchObject({ version: 1, status: 'live', sessionId: 'session-1' });
  expect(checks.filter(({ result, cured }) => result !== 'passed' || cured)).toEqual([]);
});

test('before it is mounted: nothing is known, and nothing has failed', () => {
  const { checks } = reportOf(createHostRig(), {});
  expect(new Set(checks.map(({ result }) => result))).toEqual(new Set(['unknown']));
});

test('at least one check for each failure of contract §8, each explained', async () => {
  const { checks } = reportOf(await healthyHost());
  expect(new Set(checks.map(({ row }) => row))).toEqual(new Set(Object.keys(rowTitles)));
  expect(checks.map(({ code }) => code).sort()).toEqual(Object.keys(explanations).sort());
});

describe('what is told', () => {
  const failing: Readonly<Record<string, readonly [code: string, reach: (host: HostRig) => Promise<void>]>> = {
    'the backend refused': ['session-given', async (host) => {
      host.send('MOUNT');
      await host.fail('not-authorized', { final: true });
    }],
    'the launch URL was too old': ['ready-came', async (host) => {
      host.send('MOUNT');
      await host.answer({ launchLife: 0 });
    }],
    'ready never came': ['ready-came', async (host) => {
      host.send('MOUNT');
      await host.answer();
      await host.advance(15_000);
    }],
    'the host’s policy blocked it': ['ready-came', async (host) => {
      host.send('MOUNT');
      await host.answer();
      host.send('BLOCKED');
    }],
    'the iframe was hard reloaded': ['frame-kept', async (host) => {
      await host.goLive();
      host.send({ type: 'LOADED', foreign: false });
      await host.advance(3_000);
    }],
    'nobody said how long the token lives': ['token-life-known', async (host) => void (await host.goLive({ lifeFrom: 'assumed', life: 300_000 }))],
    'a refresh fails': ['refresh-works', async (host) => {
      await host.goLive();
      host.send('REFRESH');
      await host.fail();
    }],
    'the session was revoked': ['refresh-works', async (host) => {
      await host.goLive();
      host.send('REFRESH');
      await host.fail('session-revoked', { final: true });
    }],
    'too many sessions were asked for': ['calls-left', async (host) => {
      host.send('MOUNT');
      for (let call = 0; call < 12; call++) host.send({ type: 'RELAUNCH', reason: 'relaunch' });
    }],
    'the height never came to rest': ['height-settled', async (host) => {
      await host.goLive();
      for (let report = 0; report < 200; report++) host.send({ type: 'RESIZE', height: 600 + (report % 2) * 100 });
    }],
  };
  test.each(Object.entries(failing))('%s', async (_name, [code, reach]) => {
    const host = createHostRig();
    await reach(host);
    expect(failedIn(reportOf(host))).toEqual([code]);
  });

  test('the session is of another workspace, or has another role', async () => {
    const host = await healthyHost();
    expect(failedIn(reportOf(host, healthy, { workspaceId: 'workspace-2' }))).toEqual(['workspace-expected']);
    expect(failedIn(reportOf(host, healthy, { role: 'owner' }))).toEqual(['role-expected']);
  });

  test('what is not told of a session cannot differ', async () => {
    const host = createHostRig();
    await host.goLive({ workspaceId: null, role: null });
    expect(failedIn(reportOf(host, healthy, { workspaceId: 'workspace-2', role: 'owner' }))).toEqual([]);
  });

  test('what went wrong and was made up for since', async () => {
    const host = await healthyHost();
    const { checks } = reportOf(host, { ...healthy, 'problem backend-failed': 2, 'problem ready-missing': 1, 'problem frame-reloaded': 1 });
    expect(checks.filter(({ cured }) => cured).map(({ code, result }) => [code, result])).toEqual([
      ['session-given', 'passed'],
      ['ready-came', 'passed'],
      ['frame-kept', 'passed'],
    ]);
  });

  test('no data: the embed said nothing since ready', async () => {
    const host = createHostRig();
    await host.goLive();
    const { checks } = reportOf(host, { 'in meshes:ready': 1, 'out meshes:auth': 1 });
    expect(checks.filter(({ row }) => row === 'no-data' || row === 'resize').map(({ code, result }) => [code, result])).toEqual([
      ['workspace-expected', 'passed'],
      ['role-expected', 'passed'],
      ['embed-spoke', 'unknown'],
      ['heights-came', 'unknown'],
      ['height-settled', 'unknown'],
    ]);
  });
});

test('the report is JSON, and does not change afterwards', async () => {
  const host = await healthyHost();
  const counts: Record<string, number> = { ...healthy };
  const report = reportOf(host, counts);
  const text = JSON.stringify(report);
  counts['in load'] = 9;
  expect(JSON.stringify(report)).toBe(text);
  expect(JSON.parse(text)).toEqual(report);
});

describe('as text', () => {
  test('one that is well: every row, nothing failed, no remedy', async () => {
    const text = formatDiagnosis(reportOf(await healthyHost()));
    for (const title of Object.values(rowTitles)) expect(text).toContain(title);
    expect(text).toMatch(/^Meshes embed: live, \d+\.\d s after it was created/);
    expect(text).not.toContain('FAIL');
    for (const { remedy } of Object.values(explanations)) expect(text).not.toContain(remedy);
  });

  test('one that failed: which, what was seen, and what to do', async () => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.fail('not-authorized', { final: true });
    const text = formatDiagnosis(reportOf(host, { 'problem not-authorized': 1 }));
    expect(text).toContain(`FAIL ${explanations['session-given'].asks} (session-given: status failed, problem not-authorized)`);
    expect(text).toContain(explanations['session-given'].remedy);
    expect(text).toContain('problem not-authorized 1');
  });

  test('one that was cured says so', async () => {
    const text = formatDiagnosis(reportOf(await healthyHost(), { ...healthy, 'problem ready-missing': 1 }));
    expect(text).toContain(`${explanations['ready-came'].asks}, after a failure that was cured`);
  });
});
