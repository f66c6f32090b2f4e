import {
  createFailureController,
  exposeDiagnosis,
  emptyFailureView,
  openVisualizer,
  testIds,
  type FailureView,
  type ScreenSettings,
} from '@meshes-embed/app-shared';
import { failureEmbed, type FailureEmbed } from './failureEmbed.ts';
import { failureList } from './failureList.ts';
import { fromMarkup } from './fromMarkup.ts';
import { noticedPanel } from './noticedPanel.ts';

/** The page of what can go wrong: a button for each failure, the embed that it happens to, and what was noticed of it. */
export function failuresPage(settings: ScreenSettings, gone: AbortSignal): HTMLElement {
  let shown: FailureView = emptyFailureView;
  let embed: FailureEmbed | null = null;

  const element = fromMarkup(`
    <main class="content">
      <div class="page-head">
        <div>
          <h1>What can go wrong</h1>
          <p>Each button lets one failure happen to an embed of its own.</p>
        </div>
        <div class="page-actions">
          <button type="button" data-testid="${testIds.failures.putRight}">Put everything right</button>
          <button type="button" data-testid="${testIds.failures.startAgain}">Start again</button>
          <button type="button" data-testid="${testIds.visualizer}">Open visualizer</button>
        </div>
      </div>
      <div class="failures-columns">
        <div class="failure-stage">
          <section class="card failure-embed" aria-label="Integrations">
            <p class="card-empty">Choose a failure to see it happen here.</p>
          </section>
        </div>
      </div>
    </main>`);
  const controller = createFailureController(settings, () => embed?.element, show);
  const list = failureList((failure) => void controller.make(failure));
  const panel = noticedPanel();
  const card = element.querySelector('.card') as HTMLElement;
  element.querySelector('.failures-columns')?.prepend(list.element);
  element.querySelector('.failure-stage')?.prepend(panel.element);
  const [putRight, startAgain, visualizer] = element.querySelectorAll<HTMLElement>('.page-actions button');
  putRight?.addEventListener('click', () => void controller.putRight());
  startAgain?.addEventListener('click', () => void controller.make(null));
  visualizer?.addEventListener('click', openVisualizer);

  function show(view: FailureView): void {
    const before = shown;
    shown = view;
    list.show(view.chosen);
    panel.show(view);
    if (view.run !== before.run) {
      embed = failureEmbed(controller);
      embed.render(view.options);
      card.replaceChildren(embed.element);
    } else if (view.options !== before.options) {
      embed?.render(view.options);
    }
  }

  show(emptyFailureView);
  exposeDiagnosis(() => embed?.element.diagnose());
  gone.addEventListener('abort', controller.start());
  return element;
}
