import { report } from './report.ts';

/** Calls the host's code; what it throws is reported as an uncaught error, and disturbs nothing. */
export function safely(call: () => void): void {
  try {
    call();
  } catch (error) {
    report(error);
  }
}
