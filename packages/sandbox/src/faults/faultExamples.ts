import type { Fault } from './fault.ts';
import { faultTable } from './faultTable.ts';

/** One use of a fault, to be copied, and what it does. */
export interface FaultExample {
  readonly fault: Fault;
  readonly does: string;
}

/** An example of each fault. */
export const faultExamples: readonly FaultExample[] = Object.values(faultTable).map(({ does, example }) => ({
  does,
  fault: example,
}));
