import { displayStyle, displayTexts, type ProblemDisplayProps } from '@meshes-embed/core/adapter';
import { h, type VNode } from 'vue';

/** What a user sees of a problem by default: their own words, and a way on. */
export function problemDisplay({ problem, retry }: ProblemDisplayProps): VNode[] {
  const wayOn = problem.retryable ? h('button', { type: 'button', onClick: retry }, displayTexts.retry) : h('span', displayTexts.final);
  return [h('div', { role: 'alert', style: displayStyle, 'data-meshes-problem': problem.code }, [h('span', displayTexts.failed), wayOn])];
}
