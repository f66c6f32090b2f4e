import { testIds, type FailureView, type FailureController } from '@meshes-embed/app-shared';
import '@meshes-embed/element';
import type { MeshesEmbedElement } from '@meshes-embed/element';

/** The embed of one failure. */
export interface FailureEmbed {
  readonly element: MeshesEmbedElement;
  /** Gives it these settings in place of the last ones given so. */
  render(options: FailureView['options']): void;
}

/** Makes the embed; it launches once it is rendered and in the page. */
export function failureEmbed({ learn, onTrace }: FailureController): FailureEmbed {
  const element = document.createElement('meshes-embed');
  element.dataset['testid'] = testIds.embed;
  element.addEventListener('statuschange', ({ detail }) => learn({ status: detail }));
  element.addEventListener('navigate', ({ detail }) => learn({ page: detail.page }));
  element.addEventListener('resize', ({ detail }) => learn({ height: detail }));
  element.addEventListener('sessionchange', ({ detail }) => learn({ session: detail.sessionId, problem: null }));
  element.addEventListener('problem', ({ detail }) => learn({ problem: detail }));
  element.addEventListener('trace', ({ detail }) => onTrace(detail));
  let before: FailureView['options'] = {};
  return {
    element,
    render(options) {
      const gone = Object.fromEntries(Object.keys(before).map((name) => [name, undefined]));
      before = options;
      Object.assign(element, {
        ...gone,
        endpoint: '/api/meshes',
        allowInsecureLocalhost: true,
        title: 'Integrations',
        ...options,
      });
    },
  };
}
