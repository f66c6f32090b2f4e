/** The command cannot run as it was called: an argument or a variable is missing or makes no sense. Repeats no value. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
