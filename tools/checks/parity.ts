import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { demoApps, smallExamples } from '@meshes-embed/app-demo/apps';
import { adapters } from '@meshes-embed/conformance/adapters';
import { publicPackages } from '../workspace/packages.ts';
import { type CheckResult, resultOf } from './check.ts';
import { exportFaults } from './parity/coreExports.ts';
import { exceptions, screenFaults } from './parity/screens.ts';

/** Every adapter has a sample app in the demo, each of them shows the same test ids, and each adapter exports the same of core. */
export async function checkParity(): Promise<CheckResult> {
  const shown = demoApps().map(({ name }) => name);
  const copied = smallExamples.filter(({ folder }) => existsSync(join(folder, 'index.html'))).map(({ name }) => name);
  const runContract = publicPackages().filter(
    ({ folder }) => globSync('test/adapterContract.*', { cwd: folder }).length > 0,
  );
  const messages = [
    ...adapters.flatMap(({ name }) => [
      shown.includes(name) ? null : `the demo has no app of ${name}: add apps/${name}`,
      copied.includes(`${name}-example`) ? null : `${name} has no example: add apps/examples/${name}`,
    ]),
    ...runContract.map(({ shortName }) =>
      adapters.some(({ name }) => name === shortName)
        ? null
        : `packages/${shortName} runs the adapter contract and is not listed: add a row to packages/conformance/src/adapters.ts`,
    ),
    ...exportFaults(),
    ...screenFaults(),
  ];
  for (const { testId, apps, reason } of exceptions)
    console.log(`The test id ${testId} is not expected in ${apps.join(', ')}: ${reason}`);
  return resultOf(messages);
}
