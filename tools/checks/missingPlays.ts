import type { SpecResult } from '@meshes-embed/e2e/matrix';
import { browserNames } from '../browsers.ts';
import { type DemoApp, demoApps, examples } from '@meshes-embed/app-demo/apps';

/** Projects that play the same, each over the same apps. */
interface Plays {
  projects: readonly string[];
  apps: readonly DemoApp[];
  /** Where the apps are listed for the specs. */
  list: string;
}

const appsList = 'packages/e2e/src/apps.ts';
const allPlays = (): Plays[] => [
  { projects: browserNames, apps: demoApps(), list: appsList },
  { projects: ['failures'], apps: demoApps(), list: appsList },
  {
    projects: browserNames.map((engine) => `routes-${engine}`),
    apps: examples,
    list: 'packages/e2e/src/examples.ts',
  },
];

/** What was played in one app or engine and not in another, in words: a script that leaves something out must not pass. */
export function missingPlays(specs: readonly SpecResult[]): string[] {
  const played = new Set(specs.map(({ project, titles: [title = '', app = ''] }) => [project, title, app].join('\n')));
  return allPlays().flatMap(({ projects, apps, list }) => {
    const titles = [
      ...new Set(specs.flatMap(({ project, titles: [title = ''] }) => (projects.includes(project) ? [title] : []))),
    ];
    return projects.flatMap((project) =>
      apps.flatMap(({ name: app }) => {
        const missing = titles.filter((title) => !played.has([project, title, app].join('\n')));
        return missing.length === 0
          ? []
          : [
              `${project}: ${missing.length} specs were not played over ${app}, as "${missing[0]}": is it in ${list}, and the project in its test:specs?`,
            ];
      }),
    );
  });
}
