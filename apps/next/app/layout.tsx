import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import './styles.css';

export const metadata: Metadata = { title: 'Integrations · Brightcart', icons: { icon: 'data:,' } };

/** The product around its pages. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <header className="bar">
          <span className="brand">Brightcart</span>
          <nav aria-label="Brightcart">
            <Link href="/">Integrations</Link>
            <Link href="/events">Events</Link>
            <Link href="/rules">Rules</Link>
          </nav>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
