/** The CSS selector of a test id. */
export const byTestId = (testId: string): string => `[data-testid="${testId}"]`;
