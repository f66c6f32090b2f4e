/** Reports an uncaught error; a test environment without `reportError`, as the jsdom of Jest is, gets it on the console. */
export function report(error: unknown): void {
  const way = typeof reportError === 'function' ? reportError : console.error;
  way(error);
}
