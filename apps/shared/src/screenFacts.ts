import type { EmbedProblem, EmbedStatus } from '@meshes-embed/core';
import { launchPages, type LaunchPage } from '@meshes-embed/core/protocol';
import type { ScreenSettings } from './screenSettings.ts';
import { testIds } from './testIds.ts';

/** What the screen has learnt of its embed, by the callbacks. */
export interface ScreenFacts {
  readonly status: EmbedStatus;
  readonly page: string | null;
  /** CSS px */
  readonly height: number | null;
  readonly session: string | null;
  readonly problem: EmbedProblem | null;
}

/** Before the embed said anything, and after it was taken out. */
export const noFacts: ScreenFacts = { status: 'idle', page: null, height: null, session: null, problem: null };

/** What a callback of the screen does last: nothing, or what an app with a mistake in it does. */
export function afterNoting(scenario: ScreenSettings['scenario']): void {
  if (scenario === 'throwing') throw new Error('A callback of the page throws.');
}

/** One line of the screen's panel. */
export interface FactLine {
  readonly testId: string;
  readonly label: string;
  readonly value: string;
}

/** The panel's lines: each fact under its test id, a dash if it is missing. */
export function factLines({ status, page, height, session, problem }: ScreenFacts): readonly FactLine[] {
  return [
    { testId: testIds.status, label: 'Status', value: status },
    { testId: testIds.page, label: 'Page', value: page ?? '–' },
    { testId: testIds.height, label: 'Height', value: height === null ? '–' : `${height} px` },
    { testId: testIds.session, label: 'Session', value: session ?? '–' },
    {
      testId: testIds.problem,
      label: 'Problem',
      value: problem ? `${problem.code}: ${problem.message} ${problem.remedy}` : '–',
    },
  ];
}

/** The link to mark as current: the launch page that the reported address names, if it names one. */
export function currentPage(reported: string | null): LaunchPage | undefined {
  return launchPages.find((page) => reported?.split(/[/?#]/).includes(page));
}
