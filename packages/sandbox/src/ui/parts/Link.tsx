import type { ComponentChildren } from 'preact';
import { useSession } from './session.ts';

interface LinkProps {
  readonly to: string;
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
  readonly current?: boolean;
  readonly testId?: string;
}

/** A link to another page of the embed; moves without loading a document. */
export function Link({ to, children, class: className, current, testId }: LinkProps) {
  const { router } = useSession();
  function follow(event: MouseEvent): void {
    // The browser's own ways to open a link elsewhere stay the browser's.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.go(to);
  }
  return (
    <a href={to} class={className} aria-current={current ? 'page' : undefined} data-testid={testId} onClick={follow}>
      {children}
    </a>
  );
}
