import { productLinks, productName } from '@meshes-embed/conformance/screen';
import type { SessionRole } from '@meshes-embed/react';
import type { ReactElement, ReactNode } from 'react';

/** The product around its pages: brand, navigation, and whom it is shown to. */
export function Shell({ customer, role, children }: { customer: string; role: SessionRole; children: ReactNode }): ReactElement {
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
            {productLinks.map(({ label, icon, current }) => (
              <li key={label} className="product-link" aria-current={current ? 'page' : undefined}>
                <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
                  <path d={icon} />
                </svg>
                {label}
              </li>
            ))}
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
