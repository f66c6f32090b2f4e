import type { ComponentChildren } from 'preact';

interface MessageProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly role?: 'status' | 'alert';
  readonly testId?: string;
}

/** What is shown in place of content: nothing there yet, not allowed, or gone wrong. */
export function Message({ title, children, actions, role, testId }: MessageProps) {
  return (
    <div class="message" role={role} data-testid={testId}>
      <p class="message-title">{title}</p>
      {children && <p class="message-text">{children}</p>}
      {actions && <div class="message-actions">{actions}</div>}
    </div>
  );
}
