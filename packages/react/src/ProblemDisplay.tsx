import { displayStyle, displayTexts, type ProblemDisplayProps } from '@meshes-embed/core/adapter';
import type { CSSProperties, ReactElement } from 'react';

/** Over the iframe's place, in its middle. */
export const overlay: CSSProperties = displayStyle;

/** What a user sees of a problem by default: their own words, and a way on. */
export function ProblemDisplay({ problem, retry }: ProblemDisplayProps): ReactElement {
  return (
    <div role="alert" style={overlay} data-meshes-problem={problem.code}>
      <span>{displayTexts.failed}</span>
      {problem.retryable ? (
        <button type="button" onClick={retry}>
          {displayTexts.retry}
        </button>
      ) : (
        <span>{displayTexts.final}</span>
      )}
    </div>
  );
}
