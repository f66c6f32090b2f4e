import { demoApps, examples, visualizer } from '@meshes-embed/app-demo/apps';
import { publicPackages, readManifest } from '../workspace/packages.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { type CheckResult, resultOf } from './check.ts';

/** The part that is read of what turbo would run. */
interface TurboPlan {
  tasks: { taskId: string; dependencies: string[] }[];
}

/** The tasks whose kept results must end with a change of others: turbo knows no packages that a package only serves or opens. */
function wanted(): Record<string, string[]> {
  const apps = demoApps().map(({ folder }) => readManifest(folder).name);
  const served = ['@meshes-embed/app-server#transit', '@meshes-embed/e2e#transit', '@meshes-embed/sandbox#build:ui'];
  return {
    ...Object.fromEntries(
      [...apps, ...examples.map(({ folder }) => readManifest(folder).name)].map((name) => [
        `${name}#test:specs`,
        [...served, `${name}#build:specs`],
      ]),
    ),
    [`${readManifest(visualizer.folder).name}#test:specs`]: [...served, ...apps.map((name) => `${name}#build:specs`)],
    '@meshes-embed/tools#test:server-rendering': publicPackages().map(({ name }) => `${name}#build`),
  };
}

/** That no result is kept while something changes that it depends on; counts dependencies. */
export async function checkKeptResults(): Promise<CheckResult> {
  const { output } = await runCommand('turbo', ['run', 'test:specs', 'test:server-rendering', '--dry=json'], {
    quiet: true,
  });
  const { tasks } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as TurboPlan;
  const directly = new Map(tasks.map((task) => [task.taskId, task.dependencies]));
  /** A set grows while it is gone through, so that this comes to what they depend on themselves. */
  const dependenciesOf = (taskId: string): ReadonlySet<string> => {
    const found = new Set(directly.get(taskId));
    for (const one of found) for (const next of directly.get(one) ?? []) found.add(next);
    return found;
  };
  const messages = Object.entries(wanted()).flatMap(([taskId, dependencies]) => {
    const known = dependenciesOf(taskId);
    return dependencies.map((one) =>
      known.has(one) ? null : `${taskId} does not depend on ${one}: add it to the dependsOn of that task in turbo.json`,
    );
  });
  return resultOf(messages);
}
