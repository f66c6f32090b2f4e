import type { SpecResult } from '@meshes-embed/e2e/matrix';
import { browserNames } from '../browsers.ts';
import { type DemoApp, demoApps, frameworkExamples, routerExamples, smallExamples } from '@meshes-embed/app-demo/apps';

/** Projects that play the same, each over the same apps. */
interface Plays {
  projects: readonly string[];
  apps: readonly DemoApp[];
}

const allPlays = (): Plays[] => [
  { projects: browserNames, apps: demoApps() },
  { projects: ['failures'], apps: demoApps() },
  { projects: browserNames.map((engine) => `routes-${engine}`), apps: routerExamples },
  { projects: ['examples'], apps: smallExamples },
  { projects: ['frameworks'], apps: frameworkExamples },
];

/** What was played in one app or engine and not in another, in words: a script that leaves something out must not pass. */
export function missingPlays(specs: readonly SpecResult[]): string[] {
  const played = new Set(specs.map(({ project, titles: [title = '', app = ''] }) => [project, title, app].join('\n')));
  return allPlays().flatMap(({ projects, apps }) => {
    const titles = [
      ...new Set(specs.flatMap(({ project, titles: [title = ''] }) => (projects.includes(project) ? [title] : []))),
    ];
    return projects.flatMap((project) =>
      apps.flatMap(({ name: app }) => {
        const missing = titles.filter((title) => !played.has([project, title, app].join('\n')));
        return missing.length === 0
          ? []
          : [
              `${project}: ${missing.length} specs were not played over ${app}, as "${missing[0]}": is the project in its test:specs?`,
            ];
      }),
    );
  });
}
