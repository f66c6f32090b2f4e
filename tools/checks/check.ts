/** What came out of one check. */
export interface CheckResult {
  /** How many things held. */
  passed: number;
  /** What did not hold, one message for each, that says what was found and what to do. */
  failures: string[];
}

/** One thing that `npm test` looks at. */
export interface Check {
  /** What is looked at, as a heading. */
  title: string;
  /** Looks. A rejection counts as one failure. */
  run(): Promise<CheckResult>;
}

/** The result of a check over a list: a message for each item that fails, null for each that holds. */
export function resultOf(messages: (string | null)[]): CheckResult {
  const failures = messages.filter((message) => message !== null);
  return { passed: messages.length - failures.length, failures };
}
