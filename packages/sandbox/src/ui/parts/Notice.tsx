import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly children: ComponentChildren;
  readonly tone?: 'info' | 'good' | 'bad';
  readonly actions?: ComponentChildren;
  /** It is in a live region that announces it already. */
  readonly announced?: boolean;
  readonly testId?: string;
}

/** A line or two above what it is about; a bad one interrupts a screen reader, the others wait. */
export function Notice({ children, tone = 'info', actions, announced, testId }: NoticeProps) {
  return (
    <div
      class={`notice ${tone}`}
      role={announced ? undefined : tone === 'bad' ? 'alert' : 'status'}
      data-testid={testId}
    >
      <div class="notice-text">{children}</div>
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
