import { failed, passed, type Outcome } from './check.ts';
import { admits, frameAncestorsOf } from './frameAncestors.ts';
import { plainText } from './plainText.ts';

/**
 * Whether a launched page lets the host's pages frame it, and not everybody (contract §2, `allowed_origins`).
 *
 * @param whose - `endpoint-` where the host's own route minted, and so chose the origins.
 */
export function judgeFraming(
  headers: Headers,
  launchUrl: string,
  origin: string,
  whose: '' | 'endpoint-' = '',
): Outcome {
  const framed = new URL(launchUrl).origin;
  const lists = frameAncestorsOf(headers);
  if (lists.length === 0) {
    const older = headers.get('x-frame-options')?.trim().toUpperCase() ?? '';
    if (older === 'DENY' || older === 'SAMEORIGIN')
      return failed(`${whose}framing-refused`, `no frame-ancestors, and X-Frame-Options: ${older}`);
    return failed(`${whose}framing-open`, 'no frame-ancestors');
  }
  const seen = plainText(lists.map((sources) => `frame-ancestors ${sources.join(' ')}`.trim()).join(', '));
  if (!admits(lists, origin, framed)) return failed(`${whose}framing-refused`, seen);
  // An origin that no one can have: who admits it admits everybody.
  if (admits(lists, 'https://meshes-doctor.invalid', framed)) return failed(`${whose}framing-open`, seen);
  return passed(seen);
}
