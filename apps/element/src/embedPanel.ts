import { factLines, noFacts, openVisualizer, testIds, type ScreenFacts } from '@meshes-embed/app-shared';
import { fromMarkup } from './fromMarkup.ts';

/** What the panel's buttons do. */
export interface PanelActions {
  refresh(): void;
  relaunch(): void;
  toggle(): void;
  render(): void;
}

const labels: Readonly<Record<keyof PanelActions, string>> = {
  refresh: 'Refresh token',
  relaunch: 'Launch again',
  toggle: 'Take out',
  render: 'Render again',
};

/** What the page knows of its embed, and what it can do with it. */
export function embedPanel(actions: PanelActions): {
  readonly element: HTMLElement;
  show(facts: ScreenFacts, shown: boolean): void;
} {
  const lines = factLines(noFacts).map(
    ({ testId, label }) => `<div class="fact"><dt>${label}</dt><dd data-testid="${testId}"></dd></div>`,
  );
  const names = Object.keys(labels) as (keyof PanelActions)[];
  const buttons = names.map((name) => `<button type="button" data-testid="${testIds[name]}">${labels[name]}</button>`);
  const element = fromMarkup(`
    <aside class="panel" aria-label="Embed">
      <h2>What this page knows</h2>
      <p class="panel-note">All of it from the embed’s callbacks. No token and no launch URL is among it.</p>
      <dl class="facts">${lines.join('')}</dl>
      <div class="panel-actions">
        ${buttons.join('')}
        <button type="button" data-testid="${testIds.visualizer}">Open visualizer</button>
      </div>
    </aside>`);
  const find = (testId: string): HTMLElement => element.querySelector(`[data-testid="${testId}"]`) as HTMLElement;
  for (const name of names) find(testIds[name]).addEventListener('click', actions[name]);
  find(testIds.visualizer).addEventListener('click', openVisualizer);
  return {
    element,
    show(facts, shown) {
      for (const { testId, value } of factLines(facts)) find(testId).textContent = value;
      find(testIds.status).dataset['status'] = facts.status;
      find(testIds.toggle).textContent = shown ? 'Take out' : 'Put in';
    },
  };
}
