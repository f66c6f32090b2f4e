import { endings, failureRows, testIds, type Failure } from '@meshes-embed/app-shared';
import { fromMarkup } from './fromMarkup.ts';

/** A button for each failure, under the titles of the vendor's troubleshooting. */
export function failureList(make: (failure: Failure) => void): {
  readonly element: HTMLElement;
  show(chosen: Failure | null): void;
} {
  const element = fromMarkup('<div class="failure-rows"></div>');
  const buttons = new Map<Failure, HTMLElement>();
  for (const { title, failures } of failureRows) {
    const row = fromMarkup(
      `<section class="failure-row" aria-label="${title}"><h2>${title}</h2><ul class="failure-list"></ul></section>`,
    );
    for (const failure of failures) {
      const item = fromMarkup(`
        <li>
          <button type="button" class="failure" data-testid="${testIds.failures.failure}" data-code="${failure.code}">
            <span></span>
            <code>${failure.code}</code>
            <span class="failure-ends" data-ends="${failure.ends}">${endings[failure.ends]}</span>
          </button>
        </li>`);
      const button = item.querySelector('button') as HTMLElement;
      button.querySelector('span')!.textContent = failure.title;
      button.addEventListener('click', () => make(failure));
      buttons.set(failure, button);
      row.querySelector('ul')?.append(item);
    }
    element.append(row);
  }
  return {
    element,
    show(chosen) {
      for (const [failure, button] of buttons) button.ariaPressed = String(failure === chosen);
    },
  };
}
