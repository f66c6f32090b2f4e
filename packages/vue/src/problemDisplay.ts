import { displayStyle, type EmbedTexts, type ProblemDisplayProps } from '@meshes-embed/core/adapter';
import { h, type VNode } from 'vue';

/** What a user sees of a problem by default: their own words, and a way on. */
export const defaultProblemDisplay =
  ({ retry: retryText }: EmbedTexts) =>
  ({ problem, retry }: ProblemDisplayProps): VNode[] => {
    const wayOn = problem.retryable ? [h('button', { type: 'button', onClick: retry }, retryText)] : [];
    return [h('div', { role: 'alert', style: displayStyle, 'data-meshes-problem': problem.code }, [h('span', problem.userMessage), ...wayOn])];
  };
