import { displayStyle, type EmbedTexts, type ProblemDisplayProps } from '@meshes-embed/core/adapter';
import type { CSSProperties, ReactElement } from 'react';

/** Over the iframe's place, in its middle. */
export const overlay: CSSProperties = displayStyle;

/** What a user sees of a problem by default: their own words, and a way on. */
export const defaultProblemDisplay =
  ({ retry: retryText }: EmbedTexts) =>
  ({ problem, retry }: ProblemDisplayProps): ReactElement => (
    <div role="alert" style={overlay} data-meshes-problem={problem.code}>
      <span>{problem.userMessage}</span>
      {problem.retryable && (
        <button type="button" onClick={retry}>
          {retryText}
        </button>
      )}
    </div>
  );
