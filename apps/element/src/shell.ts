import { addressOf, productLinks, productName, testIds, type ScreenSettings } from '@meshes-embed/app-shared';
import { fromMarkup } from './fromMarkup.ts';

/** The product around its pages: brand, navigation, and whom it is shown to. */
export function shell(customer: string, { role, view }: ScreenSettings, page: HTMLElement): HTMLElement {
  const links = productLinks.map(({ label, icon, view: shows }) => {
    const drawn = `<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="${icon}"></path></svg>${label}`;
    const link =
      shows &&
      `<a href="${addressOf(shows).replaceAll('&', '&amp;')}" data-testid="${testIds.views[shows]}">${drawn}</a>`;
    return `<li class="product-link" ${shows === view ? 'aria-current="page"' : ''}>${link ?? drawn}</li>`;
  });
  const element = fromMarkup(`
    <div class="shell">
      <header class="shell-side">
        <div class="brand">
          <span class="brand-mark" aria-hidden="true">${productName.charAt(0)}</span>
          ${productName}
        </div>
        <nav aria-label="Product">
          <ul class="product-links">${links.join('')}</ul>
        </nav>
        <div class="customer">
          <span class="customer-name"></span>
          <span>signed in as ${role}</span>
        </div>
      </header>
    </div>`);
  element.querySelector('.customer-name')!.textContent = customer;
  element.append(page);
  return element;
}
