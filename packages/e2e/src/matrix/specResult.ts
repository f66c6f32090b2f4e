/** How one spec went in one project of the Playwright config, as it is written to a file and read from there. */
export interface SpecResult {
  /** The project: an engine, or a set of specs that are played in only one engine. */
  readonly project: string;
  readonly file: string;
  /** The titles around it and its own, outermost first. */
  readonly titles: readonly string[];
  readonly passed: boolean;
  /** What it said when it failed; empty where it passed. */
  readonly said: string;
  /** How many steps of the embed were compared. */
  readonly steps: number;
  /** Why the engine cannot play it, where that is so. */
  readonly limit?: string;
}
