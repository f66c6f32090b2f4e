import {
  afterNoting,
  exposeDiagnosis,
  noFacts,
  onExtraOptions,
  productName,
  recordTrace,
  settingsText,
  type ExtraOptions,
  type ScreenFacts,
  type ScreenSettings,
  type Tab,
} from '@meshes-embed/app-shared';
import '@meshes-embed/element';
import type { LaunchPage } from '@meshes-embed/element';
import { embedPanel } from './embedPanel.ts';
import { fromMarkup } from './fromMarkup.ts';
import { mainEmbed, type MainEmbed } from './mainEmbed.ts';
import { pageLinks } from './pageLinks.ts';
import { pageTabs } from './pageTabs.ts';
import { pageRoute } from './pageRoute.ts';
import { secondEmbed } from './secondEmbed.ts';

/** The product's integrations page: the embed, links to its pages, and what the page knows of it. */
export function integrationsPage(scenario: ScreenSettings['scenario'], kept: boolean, gone: AbortSignal): HTMLElement {
  let tab: Tab = 'integrations';
  let shown = true;
  let facts = noFacts;
  let extraOptions: ExtraOptions = {};
  let embed: MainEmbed | null = null;
  const onTrace = recordTrace();

  const element = fromMarkup(`
    <main class="content">
      <div class="page-head">
        <div>
          <h1>Integrations</h1>
          <p>Send what happens in ${productName} to the tools that your team already uses.</p>
        </div>
      </div>
      <div class="columns">
        <div class="embeds">
          <section class="card" aria-label="Integrations" ${scenario === 'hidden' ? 'style="display: none"' : ''}></section>
        </div>
      </div>
    </main>`);
  const card = element.querySelector('.card') as HTMLElement;
  const links = pageLinks(open);
  const tabBar = pageTabs(openTab);
  const route = pageRoute(render, gone);
  const panel = embedPanel({
    refresh: () => embed?.element.refresh(),
    relaunch: () => embed?.element.relaunch(),
    toggle,
    render,
  });
  element.querySelector('.page-head')?.append(links.element);
  element.querySelector('.page-head')?.after(tabBar.element);
  element.querySelector('.columns')?.append(panel.element);
  if (scenario === 'two') element.querySelector('.embeds')?.append(secondEmbed());

  function show(): void {
    links.show(facts.page);
    tabBar.show(tab);
    panel.show(facts, shown);
  }
  function learn(news: Partial<ScreenFacts>): void {
    facts = { ...facts, ...news };
    show();
    afterNoting(scenario);
  }
  function render(): void {
    embed?.render(route.page, extraOptions);
  }
  function open(next: LaunchPage): void {
    if (next === route.page) embed?.element.goTo(next);
    else route.open(next);
  }
  function openTab(next: Tab): void {
    if (next === tab) return;
    tab = next;
    fill();
  }
  function toggle(): void {
    shown = !shown;
    fill();
  }
  /** The card has what is to be shown now. */
  function fill(): void {
    // Once it is out of the page it is too late.
    embed?.element.park();
    embed =
      shown && tab === 'integrations'
        ? mainEmbed(kept, learn, (page) => route.follow(page, facts.page), onTrace)
        : null;
    facts = noFacts;
    render();
    const instead = tab === 'settings' ? settingsText : 'The integrations are taken out of this page.';
    card.replaceChildren(embed?.element ?? fromMarkup(`<p class="card-empty">${instead}</p>`));
    show();
  }

  onExtraOptions((options) => {
    extraOptions = options;
    render();
  });
  exposeDiagnosis(() => embed?.element.diagnose());
  fill();
  return element;
}
