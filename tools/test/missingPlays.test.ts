import type { SpecResult } from '@meshes-embed/conformance/matrix';
import { expect, test } from 'vitest';
import { browserNames } from '../browsers.ts';
import { missingPlays } from '../checks/missingPlays.ts';
import { demoApps } from '../demo/apps.ts';

const everything: readonly SpecResult[] = demoApps().flatMap(({ name: app }) =>
  [...browserNames.map((engine) => [engine, 'it goes live'] as const), ['failures', 'Stale-token 401: token-stale'] as const].map(([project, title]) => ({
    project,
    file: 'some.spec.ts',
    titles: [title, app],
    passed: true,
    said: '',
    steps: 8,
  })),
);

test('where every app is played in every engine, nothing is missing', () => {
  expect(missingPlays(everything)).toEqual([]);
});

test('an app without an engine, or without the failures, is told', () => {
  const isMissing = ({ project, titles: [, app] }: SpecResult): boolean => app === 'vue' && (project === 'firefox' || project === 'failures');
  expect(missingPlays(everything.filter((spec) => !isMissing(spec)))).toEqual([
    expect.stringMatching(/^firefox: 1 specs were not played over vue, as "it goes live": is it in .*apps\.ts/),
    expect.stringMatching(/^failures: 1 specs were not played over vue, as "Stale-token 401: token-stale"/),
  ]);
});

test('an engine that no app was played in is told', () => {
  expect(missingPlays(everything.filter(({ project }) => project !== 'webkit'))).toHaveLength(demoApps().length);
});
