import { ownDisplayStyle, type ProblemDisplayProps } from '@meshes-embed/core/adapter';
import type { ReactElement, ReactNode } from 'react';

/** What a host shows of a problem in place of the default. */
export type ProblemRenderer = ReactNode | ((props: ProblemDisplayProps) => ReactNode);

/** A display of the host's own, over the embed's place. */
export function OwnProblem({
  display,
  problem,
  retry,
}: ProblemDisplayProps & { readonly display: ProblemRenderer }): ReactElement {
  return <div style={ownDisplayStyle}>{typeof display === 'function' ? display({ problem, retry }) : display}</div>;
}
