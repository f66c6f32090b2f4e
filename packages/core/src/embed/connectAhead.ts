/** Where the service's embeds come from (contract §4), until a launch URL said otherwise. */
const serviceOrigin = 'https://embed.meshes.io';

let seen: string | undefined;

/** Remembers where an embed came from: the next one will come from there, too. */
export function rememberOrigin(origin: string): void {
  seen = origin;
}

/**
 * Has the browser connect to where the embed will come from, while its session is fetched; the result takes the hint out again.
 * Where loopback is allowed, it is no service that is used, so nothing is known before the first launch.
 */
export function connectAhead({ head }: Document, allowsLoopback: boolean): () => void {
  const origin = seen ?? (allowsLoopback ? undefined : serviceOrigin);
  if (!origin) return () => {};
  const hint = head.appendChild(head.ownerDocument.createElement('link'));
  hint.rel = 'preconnect';
  hint.href = origin;
  return () => hint.remove();
}
