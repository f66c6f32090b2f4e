import type { SpecResult } from '@meshes-embed/e2e/matrix';
import { expect, test } from 'vitest';
import { browserNames } from '../browsers.ts';
import { missingPlays } from '../checks/missingPlays.ts';
import { demoApps, frameworkExamples, routerExamples, smallExamples } from '@meshes-embed/app-demo/apps';

const played = (project: string, title: string, app: string): SpecResult => ({
  project,
  file: 'some.spec.ts',
  titles: [title, app],
  passed: true,
  said: '',
  steps: 8,
});

const everything: readonly SpecResult[] = [
  ...demoApps().flatMap(({ name: app }) => [
    ...browserNames.map((engine) => played(engine, 'it goes live', app)),
    played('failures', 'Stale-token 401: token-stale', app),
  ]),
  ...frameworkExamples.map(({ name: app }) => played('frameworks', 'it goes live', app)),
  ...routerExamples.flatMap(({ name: app }) =>
    browserNames.map((engine) => played(`routes-${engine}`, 'Back leads back', app)),
  ),
  ...smallExamples.map(({ name: app }) => played('examples', 'it goes live', app)),
];

test('where every app is played in every engine, nothing is missing', () => {
  expect(missingPlays(everything)).toEqual([]);
});

test('an app without an engine, or without the failures, is told', () => {
  const isMissing = ({ project, titles: [, app] }: SpecResult): boolean =>
    app === 'vue' && (project === 'firefox' || project === 'failures');
  expect(missingPlays(everything.filter((spec) => !isMissing(spec)))).toEqual([
    expect.stringMatching(
      /^firefox: 1 specs were not played over vue, as "it goes live": is the project in its test:specs/,
    ),
    expect.stringMatching(/^failures: 1 specs were not played over vue, as "Stale-token 401: token-stale"/),
  ]);
});

test('an engine that no app was played in is told', () => {
  expect(missingPlays(everything.filter(({ project }) => project !== 'webkit'))).toHaveLength(demoApps().length);
});

test('an example without an engine is told', () => {
  expect(
    missingPlays(
      everything.filter(({ project, titles: [, app] }) => project !== 'routes-webkit' || app !== 'vue-router'),
    ),
  ).toEqual([
    expect.stringMatching(
      /^routes-webkit: 1 specs were not played over vue-router, as "Back leads back": is the project in its test:specs/,
    ),
  ]);
});
