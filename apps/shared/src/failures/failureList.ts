import { symptomTitles, type Symptom } from '@meshes-embed/core/diagnostics';
import type { Failure } from './failure.ts';
import { launchFailures } from './launchFailures.ts';
import { placeFailures } from './placeFailures.ts';
import { sessionFailures } from './sessionFailures.ts';

/** Every failure that can be produced on demand. */
export const failures: readonly Failure[] = [...launchFailures, ...sessionFailures, ...placeFailures];

/** The failures under the titles of the vendor's troubleshooting (contract §8), in its order. */
export const failureRows: readonly {
  readonly row: Symptom;
  readonly title: string;
  readonly failures: readonly Failure[];
}[] = (Object.entries(symptomTitles) as [Symptom, string][]).map(([row, title]) => ({
  row,
  title,
  failures: failures.filter((failure) => failure.row === row),
}));

/** How an ending is called on the screen. */
export const endings: Readonly<Record<Failure['ends'], string>> = { cured: 'cured', failed: 'ends', told: 'told' };
