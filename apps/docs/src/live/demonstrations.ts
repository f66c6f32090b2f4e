import { failures } from '@meshes-embed/app-shared/failures';
import type { CauseCode } from '@meshes-embed/core/diagnostics';

type Failure = (typeof failures)[number];

/** How a problem is made to happen in a live example: as on the sample apps' page of failures. */
export interface Demonstration {
  /** What happens, in a user's words. */
  readonly title: string;
  /** What the button does, and what will be seen. */
  readonly says: string;
  readonly ends: Failure['ends'];
  readonly at: Failure['at'];
  readonly by: Failure['by'];
}

/** What takes another host than the site's own. */
const impossible: readonly CauseCode[] = ['insecure-context'];

/** What differs where the embed is on the site's own origin. */
const otherwise: Readonly<Partial<Record<CauseCode, Failure['by']>>> = {
  'launch-blocked': { policy: "frame-src 'none'" },
  'height-overruled': { sheet: 'iframe, ::part(iframe) { height: 240px !important; }' },
  'container-hidden': { sheet: 'meshes-embed { display: none !important; }' },
};

/** Those problems that the live example can make happen, by their code. */
export const demonstrations: Readonly<Partial<Record<CauseCode, Demonstration>>> = Object.fromEntries(
  failures
    .filter(({ code }) => !impossible.includes(code))
    .map(({ code, title, happens, ends, at, by }) => [
      code,
      { title, says: happens, ends, at, by: otherwise[code] ?? by },
    ]),
);
