import type { Moment } from '../trace/moment.ts';
import type { ChartMarks } from './chartMarks.ts';

/** A moment, as marks in the chart. */
export function momentMarks({ active, taken }: Moment): Pick<ChartMarks, 'active' | 'taken' | 'takenLines'> {
  return {
    active,
    taken: new Set(taken.map(({ id }) => id)),
    takenLines: new Set(taken.map(({ source, target }) => `${source}>${target}`)),
  };
}
