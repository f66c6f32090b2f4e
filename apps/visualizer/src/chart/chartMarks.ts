import type { ChartTransition } from './machineChart.ts';

/** What is marked in a chart, and what pressing it does. */
export interface ChartMarks {
  /** Paths of the states that the machine is in. */
  readonly active?: ReadonlySet<string>;
  /** Ids of the transitions that were just taken. */
  readonly taken?: ReadonlySet<string>;
  /** The lines of those transitions, as `source>target`. */
  readonly takenLines?: ReadonlySet<string>;
  /** Paths and ids of what a search found. */
  readonly found?: ReadonlySet<string>;
  /** Ids of the transitions that can be sent now. */
  readonly possible?: ReadonlySet<string>;
  /** Path of the state that was chosen. */
  readonly selected?: string | null;
  readonly onState?: (path: string) => void;
  readonly onTransition?: (transition: ChartTransition) => void;
}
