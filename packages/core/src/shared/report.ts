/** Reports an uncaught error; a test environment without `reportError`, as the jsdom of Jest is, gets it on the console. */
export function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  // oxlint-disable-next-line no-console -- It would be there in any other environment, too.
  else console.error(error);
}
