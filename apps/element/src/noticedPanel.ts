import { emptyFailureView, noticedLines, testIds, type FailureView } from '@meshes-embed/app-shared';
import { fromMarkup } from './fromMarkup.ts';

/** What the toolkit noticed of the failure, and what happened in what order. */
export function noticedPanel(): { readonly element: HTMLElement; show(view: FailureView): void } {
  const lines = noticedLines(emptyFailureView).map(
    ({ testId, label }) => `<div class="fact"><dt>${label}</dt><dd data-testid="${testId}"></dd></div>`,
  );
  const element = fromMarkup(`
    <section class="panel noticed" aria-label="What the toolkit noticed">
      <h2></h2>
      <p class="panel-note"></p>
      <p class="refused" role="status" hidden></p>
      <dl class="facts">${lines.join('')}</dl>
      <ol class="noticed-log" data-testid="${testIds.failures.log}"></ol>
    </section>`);
  const find = (selector: string): HTMLElement => element.querySelector(selector) as HTMLElement;
  return {
    element,
    show(view) {
      find('h2').textContent = view.chosen?.title ?? 'Nothing goes wrong';
      find('.panel-note').textContent =
        view.chosen?.happens ??
        'What the toolkit notices stands here, with its cause, what to do about it, and its cure.';
      find('.refused').textContent = view.refused;
      find('.refused').hidden = view.refused === null;
      for (const { testId, value, href } of noticedLines(view))
        find(`[data-testid="${testId}"]`).replaceChildren(href === undefined ? value : linkTo(href, value));
      find(`[data-testid="${testIds.status}"]`).dataset['status'] = view.facts.status;
      find('ol').replaceChildren(...view.log.map(entry));
    },
  };
}

function linkTo(href: string, text: string): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

function entry({ after, text, kind }: FailureView['log'][number]): HTMLElement {
  const item = fromMarkup(`<li data-kind="${kind}"><time></time><span></span></li>`);
  item.firstElementChild!.textContent = after;
  item.lastElementChild!.textContent = text;
  return item;
}
