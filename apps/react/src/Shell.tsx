import { addressOf, productLinks, productName, testIds, type View } from '@meshes-embed/app-shared';
import type { SessionRole } from '@meshes-embed/react';
import type { ReactElement, ReactNode } from 'react';

/** The product around its pages: brand, navigation, and whom it is shown to. */
export function Shell({
  customer,
  role,
  view,
  children,
}: {
  customer: string;
  role: SessionRole;
  view: View;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="shell">
      <header className="shell-side">
        <div className="brand">
          <span className="brand-mark" aria-hidden="true">
            {productName.charAt(0)}
          </span>
          {productName}
        </div>
        <nav aria-label="Product">
          <ul className="product-links">
            {productLinks.map(({ label, icon, view: shows }) => {
              const drawn = (
                <>
                  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
                    <path d={icon} />
                  </svg>
                  {label}
                </>
              );
              return (
                <li key={label} className="product-link" aria-current={shows === view ? 'page' : undefined}>
                  {shows === undefined ? (
                    drawn
                  ) : (
                    <a href={addressOf(shows)} data-testid={testIds.views[shows]}>
                      {drawn}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </nav>
        <div className="customer">
          <span className="customer-name">{customer}</span>
          <span>signed in as {role}</span>
        </div>
      </header>
      {children}
    </div>
  );
}
