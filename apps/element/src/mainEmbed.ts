import { inspect, testIds, type recordTrace, type ExtraOptions, type ScreenFacts } from '@meshes-embed/app-shared';
import type { LaunchPage, MeshesEmbedElement } from '@meshes-embed/element';

/** An embed of the page, and what is told of it. */
export interface MainEmbed {
  readonly element: MeshesEmbedElement;
  /** Sets every property and every listener, each written again. */
  render(page: LaunchPage, extraOptions: ExtraOptions): void;
}

/** Makes the embed; it launches once it is rendered and in the page. */
export function mainEmbed(
  kept: boolean,
  learn: (news: Partial<ScreenFacts>) => void,
  follow: (page: LaunchPage) => void,
  onTrace: ReturnType<typeof recordTrace>,
): MainEmbed {
  const element = document.createElement('meshes-embed');
  element.dataset['testid'] = testIds.embed;
  inspect('Integrations', element);
  let listening = new AbortController();
  let before: ExtraOptions = {};
  return {
    element,
    render(page, extraOptions) {
      const gone = Object.fromEntries(Object.keys(before).map((name) => [name, undefined]));
      before = extraOptions;
      Object.assign(element, {
        endpoint: '/api/meshes',
        allowInsecureLocalhost: true,
        page,
        ...gone,
        title: 'Integrations',
        keepAlive: kept || undefined,
        ...extraOptions,
      });

      listening.abort();
      listening = new AbortController();
      const { signal } = listening;
      element.addEventListener('statuschange', ({ detail }) => learn({ status: detail }), { signal });
      element.addEventListener('navigate', ({ detail }) => learn({ page: detail.page }), { signal });
      element.addEventListener('pagechange', ({ detail }) => follow(detail), { signal });
      element.addEventListener('resize', ({ detail }) => learn({ height: detail }), { signal });
      element.addEventListener('sessionchange', ({ detail }) => learn({ session: detail.sessionId, problem: null }), {
        signal,
      });
      element.addEventListener('problem', ({ detail }) => learn({ problem: detail }), { signal });
      element.addEventListener('trace', ({ detail }) => onTrace(detail), { signal });
    },
  };
}
