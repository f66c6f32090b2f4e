import { demoApps } from '@meshes-embed/app-demo/apps';
import { type CheckResult, resultOf } from './check.ts';
import { adapters } from './parity/adapters.ts';
import { exportFaults } from './parity/coreExports.ts';
import { exceptions, screenFaults } from './parity/screens.ts';

/** Every adapter has a sample app in the demo, each of them shows the same test ids, and each adapter exports the same of core. */
export async function checkParity(): Promise<CheckResult> {
  const shown = demoApps().map(({ name }) => name);
  const messages = [
    ...adapters.map(({ name }) =>
      shown.includes(name)
        ? null
        : `the demo has no app of ${name}: add apps/${name}, and a row in apps/demo/src/apps.ts`,
    ),
    ...shown.map((name) =>
      adapters.some((adapter) => adapter.name === name)
        ? null
        : `the demo shows ${name}, and nothing holds packages/${name} to anything: add a row to tools/checks/parity/adapters.ts`,
    ),
    ...exportFaults(),
    ...screenFaults(),
  ];
  for (const { testId, apps, reason } of exceptions)
    console.log(`The test id ${testId} is not expected in ${apps.join(', ')}: ${reason}`);
  return resultOf(messages);
}
