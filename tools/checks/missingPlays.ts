import type { SpecResult } from '@meshes-embed/conformance/matrix';
import { browserNames } from '../browsers.ts';
import { demoApps } from '../demo/apps.ts';

/** What was played in one app or engine and not in another, in words: a script that leaves something out must not pass. */
export function missingPlays(specs: readonly SpecResult[]): string[] {
  const engines: readonly string[] = browserNames;
  const played = new Set(specs.map(({ project, titles: [title = '', app = ''] }) => [project, title, app].join('\n')));
  const titlesOf = (isMeant: (project: string) => boolean): string[] => [...new Set(specs.flatMap(({ project, titles: [title = ''] }) => (isMeant(project) ? [title] : [])))];
  const scenarios = titlesOf((project) => engines.includes(project));
  const failures = titlesOf((project) => project === 'failures');
  return [...engines, 'failures'].flatMap((project) =>
    demoApps().flatMap(({ name: app }) => {
      const missing = (project === 'failures' ? failures : scenarios).filter((title) => !played.has([project, title, app].join('\n')));
      return missing.length === 0 ? [] : [`${project}: ${missing.length} specs were not played over ${app}, as "${missing[0]}": is it in packages/conformance/src/apps.ts, and the project in its test:specs?`];
    }),
  );
}
