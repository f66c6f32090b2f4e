import { existsSync, readFileSync, rmSync } from 'node:fs';
import { browserEnvironment } from '../browsers.ts';
import { runTurbo } from '../workspace/runTurbo.ts';
import type { CheckResult } from './check.ts';
import { report } from './serverRendering/report.ts';

/** The server-rendered apps with the packed packages; see `checkHosts`. Where nothing has changed since they passed, their result is what it was. */
export async function checkServerRendering(): Promise<CheckResult> {
  rmSync(report, { force: true });
  const { failures } = await runTurbo('test:server-rendering', [], await browserEnvironment());
  if (!existsSync(report)) return { passed: 0, failures };
  const result = JSON.parse(readFileSync(report, 'utf8')) as CheckResult;
  return result.failures.length > 0 ? result : { ...result, failures };
}
