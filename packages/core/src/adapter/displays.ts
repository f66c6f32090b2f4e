import type { EmbedProblem } from '../problem/problem.ts';
import { textsOf, type EmbedTexts } from '../problem/texts.ts';
import { boundsOf } from '../embed/defaults.ts';
import type { EmbedSettings } from '../embed/options.ts';
import { isBusy, type EmbedView } from '../view/view.ts';

/** What an adapter shows beside the iframe. */
export interface Displays {
  /** Whether to show that it loads, in a `role="status"` that is always there. */
  readonly loading: boolean;
  /** The words of the default loading display: that it loads, that it takes long, or what is being done about a problem. */
  readonly text: string;
  /** The words on its button, which tries now; null for no button. */
  readonly tryNow: string | null;
  /** The problem to show, in a `role="alert"`; null for none. */
  readonly problem: EmbedProblem | null;
}

/** What a display of a problem is given. */
export interface ProblemDisplayProps {
  /** Its `userMessage` is for the user; `message` and `remedy` speak to the developer. */
  readonly problem: EmbedProblem;
  /** Launches again. Keyboard focus inside of the display moves to the embed, as the display goes away. */
  readonly retry: () => void;
}

/** What to show beside the iframe: that it loads until it is there, and a problem as an alert only once nothing more is tried. */
export function displaysOf(
  { status, problem, retryAt, onScreen, slow }: EmbedView,
  given: Partial<EmbedTexts> | undefined,
): Displays {
  const texts = textsOf(given);
  const next =
    retryAt === null ? texts.trying : texts.nextTry.replace('{time}', new Date(retryAt).toLocaleTimeString());
  const words = problem
    ? `${problem.userMessage} ${next}`
    : slow
      ? `${texts.slow}${retryAt === null ? '' : ` ${next}`}`
      : texts.loading;
  return {
    loading: !onScreen && (status === 'idle' || isBusy(status)),
    text: words,
    tryNow: problem || slow ? texts.retryNow : null,
    problem: status === 'failed' ? problem : null,
  };
}

/** The style of what holds a display of the host's own: over the iframe's place, all of it. CSS properties as in `element.style`. */
export const ownDisplayStyle = { position: 'absolute', inset: '0' } as const;

/** The default displays' style: over the iframe's place, in its middle. CSS properties as in `element.style`. */
export const displayStyle = {
  ...ownDisplayStyle,
  display: 'grid',
  placeContent: 'center',
  justifyItems: 'center',
  gap: '12px',
  padding: '24px',
  textAlign: 'center',
} as const;

/**
 * The style of an adapter's outermost element, which holds the container and the displays over it; where the embed fills
 * its container, this fills what it is in. CSS properties as in `element.style`.
 */
export function placeStyle(settings: EmbedSettings): Readonly<Record<string, string>> {
  return {
    position: 'relative',
    minHeight: `${boundsOf(settings).min}px`,
    ...(settings.fit === 'container' && { height: '100%', display: 'grid', gridTemplate: '100%/100%' }),
  };
}
