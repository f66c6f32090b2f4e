/** How a failure went in one app. */
export interface FailurePlayed {
  /** Its row of the vendor's troubleshooting, and its code. */
  readonly failure: string;
  readonly app: string;
  readonly passed: boolean;
}

/** The table of all failures: row and cause by app, with its counts. */
export function formatFailures(plays: readonly FailurePlayed[]): string {
  const apps = [...new Set(plays.map(({ app }) => app))];
  const failures = [...new Set(plays.map(({ failure }) => failure))].map((failure) => {
    const [row = '', code = ''] = failure.split(': ');
    const cells = apps.map((app) => plays.find((play) => play.failure === failure && play.app === app)?.passed);
    return { row, code, cells };
  });
  const rowWidth = Math.max(...failures.map(({ row }) => row.length));
  const codeWidth = Math.max(...failures.map(({ code }) => code.length), 'cause'.length);
  const line = (row: string, code: string, cells: readonly string[]): string =>
    [row.padEnd(rowWidth), code.padEnd(codeWidth), ...cells.map((cell, index) => cell.padEnd(apps[index]?.length ?? 0))]
      .join('  ')
      .trimEnd();
  const mark = (passed: boolean | undefined): string => (passed === undefined ? ' ' : passed ? '✓' : '✗');
  return [
    line('failure', 'cause', apps),
    ...failures.map(({ row, code, cells }, index) =>
      line(failures[index - 1]?.row === row ? '' : row, code, cells.map(mark)),
    ),
    '',
    '✓ produced by the sandbox or the page, told by its code and in words, and cured, or tried again with success · ✗ not.',
    `${failures.length} causes × ${apps.length} apps: ${plays.filter(({ passed }) => passed).length} of ${plays.length} told and cured.`,
  ].join('\n');
}
