import { failed, type Outcome } from '../check.ts';
import type { PageAnswer } from './askAsPage.ts';

/** The finding for an answer that is neither a session nor a refusal for want of rights; null where it is one of these. */
export function otherAnswer(answer: PageAnswer): Outcome | null {
  if (typeof answer === 'string') return failed('endpoint-unreachable', answer);
  const { status } = answer;
  if (status === 404 || status === 405) return failed('endpoint-missing', `status ${status}`);
  if (status >= 300 && status < 400) return failed('endpoint-redirects', `a redirect, status ${status}`);
  if (status === 429 || status >= 500) return failed('endpoint-failing', `status ${status}`);
  if (status >= 400 && status !== 401 && status !== 403) return failed('endpoint-unexpected', `status ${status}`);
  return null;
}
