import type { HostEvent } from '../machine/events.ts';

/** What to look for, and whom to tell. */
export interface BlocksOptions {
  /** The origin of the iframe that is launched or in use. */
  readonly frame: () => string | undefined;
  /** Where sessions are asked for, as an absolute address. */
  readonly endpoint: () => string | undefined;
  readonly send: (event: HostEvent) => void;
}

/** What a browser tells of a frame that the page's Cross-Origin-Embedder-Policy blocks; Chromium does. */
interface CoepReportBody {
  readonly blockedURL?: string;
  readonly disposition?: string;
}

/** An address without query and fragment, with one slash at its end; a space for none, which no address begins with. */
const placeOf = (address = ' '): string => address.replace(/\/*([?#].*)?$/, '/');

/** Tells at once what the page's own policies block, until the result is called. */
export function watchBlocks(
  view: Window & Partial<Pick<typeof globalThis, 'ReportingObserver'>>,
  { frame, endpoint, send }: BlocksOptions,
): () => void {
  const originOf = (address = ''): string | undefined => (URL.canParse(address) ? new URL(address).origin : undefined);

  function onViolation({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent): void {
    if (disposition !== 'enforce') return;
    const origin = originOf(blockedURI);
    if (effectiveDirective === 'frame-src' && origin && origin === frame()) send({ type: 'BLOCKED' });
    // The page's other calls are no business of ours.
    if (effectiveDirective === 'connect-src' && placeOf(blockedURI).startsWith(`${placeOf(endpoint())}sessions/`))
      send({ type: 'CALL_BLOCKED' });
  }
  view.document.addEventListener('securitypolicyviolation', onViolation);

  const observer =
    view.ReportingObserver &&
    new view.ReportingObserver(
      (reports) => {
        // Only as JSON does the body of this type have fields.
        const bodies = reports.map(({ body }) => (body as { toJSON?(): CoepReportBody } | null)?.toJSON?.() ?? {});
        if (
          bodies.some(
            ({ blockedURL, disposition }) => disposition === 'enforce' && frame() && originOf(blockedURL) === frame(),
          )
        )
          send({ type: 'ISOLATED' });
      },
      { types: ['coep'] },
    );
  observer?.observe();

  return () => {
    view.document.removeEventListener('securitypolicyviolation', onViolation);
    observer?.disconnect();
  };
}
