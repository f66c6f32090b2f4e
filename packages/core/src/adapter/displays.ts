import type { EmbedProblem } from '../diagnostics/problems.ts';
import type { EmbedStatus, EmbedView } from '../view/view.ts';

/** What an adapter shows beside the iframe. */
export interface Displays {
  /** Whether to show that it loads, in a `role="status"` that is always there. */
  readonly loading: boolean;
  /** The problem to show, in a `role="alert"`; null for none. */
  readonly problem: EmbedProblem | null;
}

/** What a display of a problem is given. */
export interface ProblemDisplayProps {
  /** Its `userMessage` is for the user; `message` and `remedy` speak to the developer. */
  readonly problem: EmbedProblem;
  /** Launches afresh. Keyboard focus inside of the display moves to the embed, as the display goes away. */
  readonly retry: () => void;
}

const pending: ReadonlySet<EmbedStatus> = new Set<EmbedStatus>(['idle', 'minting', 'launching', 'recovering']);

/** What to show beside the iframe: that it loads until it is live, and a problem only once nothing more is tried. */
export function displaysOf({ status, problem }: EmbedView): Displays {
  return { loading: pending.has(status), problem: status === 'failed' ? problem : null };
}

/** The default displays' style: over the iframe's place, in its middle. CSS properties as in `element.style`. */
export const displayStyle = {
  position: 'absolute',
  inset: '0',
  display: 'grid',
  placeContent: 'center',
  justifyItems: 'center',
  gap: '12px',
  padding: '24px',
  textAlign: 'center',
} as const;
