/** A rule that was broken, and what led to it. */
export interface Violation {
  readonly rule: string;
  /** The numbers of the moves, from the start. */
  readonly path: readonly number[];
  /** The chance of the walk that found it; undefined where breadth first did, whose machine has no chance. */
  readonly walkSeed?: number;
}
