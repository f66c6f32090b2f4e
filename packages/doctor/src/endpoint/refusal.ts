import { readRouteAnswer } from '@meshes-embed/core/session';
import { failed, type Outcome } from '../check.ts';
import type { WebAnswer } from '../web.ts';
import type { PageAnswer } from './askAsPage.ts';
import { fieldsOf } from './body.ts';

/**
 * The finding for an answer that is neither JSON nor a refusal for want of rights, from the table that pages read it by;
 * null where it is one of these.
 */
export function otherAnswer(answer: PageAnswer): Outcome | null {
  if (typeof answer === 'string') return failed('backend-unreachable', answer);
  if (isRefused(answer)) return null;
  const { status, headers, text } = answer;
  // A fetch that hides redirects gives them the status 0.
  const read = readRouteAnswer({
    status,
    redirects: status < 200 || (status >= 300 && status < 400),
    contentType: headers.get('content-type'),
    body: text,
  });
  if (!('code' in read)) return null;
  const { code } = read;
  if (isGranted(answer)) return failed(code, `status ${status}, ${contentTypeOf(answer)}`);
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
  return /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type)
    ? `with the content type ${type}`
    : 'with a content type that cannot be one';
}
