import type { EmbedProblem } from '@meshes-embed/core';
import type { CSSProperties, ReactElement } from 'react';

/** What a problem display is given. */
export interface ProblemDisplayProps {
  /** Its `message` and `remedy` speak to the developer; `retryable` says whether to offer another try. */
  readonly problem: EmbedProblem;
  /** Launches afresh. Keyboard focus inside of the display moves to the embed, as the display goes away. */
  readonly retry: () => void;
}

/** Over the iframe's place, in its middle. */
export const overlay: CSSProperties = {
  position: 'absolute',
  inset: 0,
  display: 'grid',
  placeContent: 'center',
  justifyItems: 'center',
  gap: 12,
  padding: 24,
  textAlign: 'center',
};

/** What a user sees of a problem by default: their own words, and a way on. */
export function ProblemDisplay({ problem, retry }: ProblemDisplayProps): ReactElement {
  return (
    <div role="alert" style={overlay} data-meshes-problem={problem.code}>
      <span>This part of the page could not be loaded.</span>
      {problem.retryable ? (
        <button type="button" onClick={retry}>
          Try again
        </button>
      ) : (
        <span>Reload the page. If that does not help, contact support.</span>
      )}
    </div>
  );
}
