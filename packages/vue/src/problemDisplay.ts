import { displayStyle, type EmbedTexts, type ProblemDisplayProps } from '@meshes-embed/core/adapter';
import { h, type VNode } from 'vue';
import { retryButton } from './retryButton.ts';

/** What a user sees of a problem by default: their own words, and a way on. */
export function problemDisplay({ problem, retry }: ProblemDisplayProps, texts: EmbedTexts): VNode {
  return h('div', { role: 'alert', dir: 'auto', style: displayStyle, 'data-meshes-problem': problem.code }, [
    h('span', problem.userMessage),
    ...retryButton(problem.retryable && texts.retry, retry),
  ]);
}
