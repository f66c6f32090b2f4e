import type { ComponentChildren } from 'preact';

/** Which colour a badge has; never the only carrier of its meaning, which is its text. */
export type Tone = 'plain' | 'good' | 'bad' | 'pending';

interface BadgeProps {
  readonly children: ComponentChildren;
  readonly tone?: Tone;
  readonly testId?: string | undefined;
}

/** A short label. */
export function Badge({ children, tone = 'plain', testId }: BadgeProps) {
  return (
    <span class={`badge ${tone}`} data-testid={testId}>
      {children}
    </span>
  );
}
