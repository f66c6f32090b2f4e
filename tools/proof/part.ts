/** How a part is run. */
export interface ProofOptions {
  /** What all chance of the run is drawn from: the same seed is the same run. A whole number. */
  readonly seed: number;
  /** Whether a small run is enough, to see that the part works. What it finds is printed, and not kept. */
  readonly short: boolean;
  /** How long a part goes on that takes its time; undefined for its own. */
  readonly minutes?: number | undefined;
  /** Of a part that has several subjects, those that are run; undefined for all. */
  readonly only?: readonly string[] | undefined;
  /**
   * How much of its whole size a part runs, where that takes long: 1 is all of it. A smaller run is kept, and its figures say
   * that they are of less than is asked for.
   */
  readonly share: number;
}

/** One figure of a part. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What it has to be, in words; without it the figure is told only. */
  readonly target?: string;
  /** Whether it is that. Undefined where there is no target. */
  readonly holds?: boolean;
}

/** What a part found. */
export interface ProofResult {
  readonly figures: readonly Figure[];
  /** What was run besides Node, by name: `{ Chromium: '156.0' }`. */
  readonly versions?: Readonly<Record<string, string>>;
  /** What a reader of the figures has to know: where they are weaker than they look, what was found. Markdown, one line each. */
  readonly notes?: readonly string[];
}

/** One part of `npm run proof`: a row in `parts.ts`, and a module that runs it. */
export interface ProofPart {
  /** As it is called on the command line. */
  readonly name: string;
  readonly title: string;
  /** What is done, and what has to hold: the text above its figures. Markdown. */
  readonly about: string;
  /** The figures that it has to have in the end, by their names, where a run may have some of them only. */
  readonly subjects?: readonly string[];
  /**
   * Runs it. What does not hold is a figure that says so; a rejection is a part that could not be carried out.
   */
  run(options: ProofOptions): Promise<ProofResult>;
}

/** A run of a part, as it is kept. */
export interface ProofRun extends ProofResult {
  /** The day, `2026-11-23`. */
  readonly day: string;
  readonly node: string;
  readonly seed: number;
  /** How much of it was run; left out where it was the whole. */
  readonly share?: number;
  /** Which of its subjects were run; left out where it was all of them. */
  readonly only?: readonly string[];
  /** How long it took. s */
  readonly seconds: number;
}

/** The command that repeats a run. */
export function commandOf(
  { name }: Pick<ProofPart, 'name'>,
  { seed, share = 1, only }: Pick<ProofRun, 'seed' | 'share' | 'only'>,
): string {
  const more = [...(share < 1 ? [`--share ${share}`] : []), ...(only ? [`--only ${only.join()}`] : [])];
  return ['npm run proof --', name, '--seed', seed, ...more].join(' ');
}

/** The figures that are not what they have to be. */
export function failuresOf({ figures }: ProofResult): readonly Figure[] {
  return figures.filter(({ holds }) => holds === false);
}
