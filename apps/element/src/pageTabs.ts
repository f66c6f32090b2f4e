import { tabs, testIds, type Tab } from '@meshes-embed/app-shared';
import { fromMarkup } from './fromMarkup.ts';

/** The tabs of the integrations page. What is in the one that is left goes out of the page. */
export function pageTabs(open: (tab: Tab) => void): { readonly element: HTMLElement; show(current: Tab): void } {
  const element = fromMarkup('<nav class="page-tabs" aria-label="Tabs"></nav>');
  const buttons = tabs.map(({ tab, label }) => {
    const button = fromMarkup(
      `<button type="button" class="page-tab" data-testid="${testIds.tabs[tab]}">${label}</button>`,
    );
    button.addEventListener('click', () => open(tab));
    return { tab, button };
  });
  element.append(...buttons.map(({ button }) => button));
  return {
    element,
    show(current) {
      for (const { tab, button } of buttons) button.ariaCurrent = tab === current ? 'page' : null;
    },
  };
}
