import { readTrace } from '@meshes-embed/core/inspect';
import type { NamedTrace } from './traceFile.ts';

/**
 * The address of a trace that this page was opened with, as `?trace=…`.
 *
 * @returns null where it names no trace
 * @throws Error where it is of another origin: a link must not make this page ask elsewhere
 */
export function traceAddressOf(page: string): string | null {
  const wanted = new URL(page).searchParams.get('trace');
  if (wanted === null) return null;
  const { origin } = new URL(page);
  const address = URL.canParse(wanted, page) ? new URL(wanted, page) : null;
  // `blob:` has the origin of the page that made it.
  if (address?.origin !== origin || !['https:', 'http:', 'blob:'].includes(address.protocol))
    throw new Error(`The link names a trace of another origin: expected an address at ${origin}.`);
  return address.href;
}

/**
 * Fetches a trace.
 *
 * @throws Error that says what is wrong with it
 */
export async function openTraceAddress(address: string): Promise<NamedTrace> {
  const answer = await fetch(address).catch(() => {
    throw new Error('The trace of this link cannot be fetched. A link from another tab lasts as long as that tab.');
  });
  if (!answer.ok) throw new Error(`The trace of this link cannot be fetched: status ${answer.status}.`);
  const name = address.startsWith('blob:') ? 'from the page before' : (address.split('/').at(-1) ?? 'trace');
  return { name, events: readTrace(await answer.text()) };
}
