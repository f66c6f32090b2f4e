import { displayStyle, type ProblemDisplayProps } from '@meshes-embed/core/adapter';
import type { ReactElement } from 'react';
import { RetryButton } from './RetryButton.tsx';

/** What a user sees of a problem by default: their own words, and a way on. */
export function ProblemDisplay({
  problem,
  retry,
  text,
}: ProblemDisplayProps & { readonly text: string }): ReactElement {
  return (
    <div role="alert" dir="auto" style={displayStyle} data-meshes-problem={problem.code}>
      <span>{problem.userMessage}</span>
      {problem.retryable && <RetryButton text={text} retry={retry} />}
    </div>
  );
}
