import { failed, type Outcome } from '../check.ts';
import type { FindingCode } from '../findings.ts';
import type { WebAnswer } from '../web.ts';
import type { PageAnswer } from './askAsPage.ts';
import { fieldsOf, isJson } from './body.ts';

/**
 * The finding for an answer that is neither JSON nor a refusal for want of rights, by the codes that pages use for it;
 * null where it is one of these.
 */
export function otherAnswer(answer: PageAnswer): Outcome | null {
  if (typeof answer === 'string') return failed('backend-unreachable', answer);
  const { status } = answer;
  if (isGranted(answer)) return isJson(answer.text) ? null : failed('endpoint-not-json', `status ${status}, ${contentTypeOf(answer)}`);
  if (isRefused(answer)) return null;
  const code = codeOf(answer);
  const words = code === 'endpoint-redirects' ? `a redirect, status ${status}` : `status ${status}`;
  const own = ownCodeOf(answer);
  return failed(code, own === null ? words : `${words}, ${own}`);
}

/** A success by its status. */
export function isGranted({ status }: WebAnswer): boolean {
  return status >= 200 && status < 300;
}

/** A refusal for want of rights. */
export function isRefused({ status }: WebAnswer): boolean {
  return status === 401 || status === 403;
}

function codeOf(answer: WebAnswer): FindingCode {
  const { status } = answer;
  // A fetch that hides redirects gives them the status 0.
  if (status < 400) return 'endpoint-redirects';
  if (status === 405 || status === 501) return 'endpoint-missing';
  // Our own handler knows the path, and Meshes did not know the workspace.
  if (status === 404) return ownCodeOf(answer) === 'unknown-workspace' ? 'not-found' : 'endpoint-missing';
  if (status === 400 || status === 413 || status === 415) return 'endpoint-refuses';
  return status === 429 || status >= 500 ? 'backend-failed' : 'endpoint-unexpected';
}

/** The code in an error of this package's handler, or null. */
function ownCodeOf({ text }: WebAnswer): string | null {
  const { error } = fieldsOf(text);
  const code = typeof error === 'object' && error !== null ? (error as { readonly code?: unknown }).code : null;
  return typeof code === 'string' && /^[a-z]+(-[a-z]+){0,4}$/.test(code) && code.length <= 40 ? code : null;
}

/** Which content type came, in words. What cannot be one may be anything, and is not repeated. */
function contentTypeOf({ headers }: WebAnswer): string {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '') return 'without a content type';
  if (type === 'application/json') return 'with the content type application/json, and no JSON in it';
  return /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type) ? `with the content type ${type}` : 'with a content type that cannot be one';
}
