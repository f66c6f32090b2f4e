import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link } from './Link.tsx';

interface PageProps {
  readonly title: string;
  readonly lead?: string;
  /** The page above this one. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The first page on show must not take the focus from the host's page; later ones are the user's own moves. */
let moved = false;

/** Takes the focus to the page's heading, where what had it is gone. */
export function focusHeading(): void {
  document.querySelector('h1')?.focus();
}

/** One page: its heading, which takes the focus when the user moves here, its actions and its content. */
export function Page({ title, lead, back, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus();
    moved = true;
  }, []);
  useEffect(() => {
    document.title = `${title} · Meshes`;
  }, [title]);

  return (
    <main class="page">
      {back && (
        <Link to={back.to} class="back" testId="back">
          <span aria-hidden="true">←</span> {back.label}
        </Link>
      )}
      <div class="page-head">
        <div class="page-title">
          <h1 ref={heading} tabIndex={-1} data-testid="page-heading">
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
}
