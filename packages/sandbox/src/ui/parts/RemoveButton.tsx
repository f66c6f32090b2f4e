import { useEffect, useRef, useState } from 'preact/hooks';
import { focusHeading } from './Page.tsx';

interface RemoveButtonProps {
  /** `Remove`, `Delete`: the button's word, also for the confirmation. */
  readonly verb: string;
  /** What goes, for those who can't see the row. */
  readonly what: string;
  /** What else goes with it. */
  readonly warning?: string;
  /** Answers whether it is gone. */
  readonly onRemove: () => Promise<boolean>;
  readonly testId?: string;
}

/**
 * Removes something after a second click. The question is in the row itself: the iframe is as tall as its content,
 * so that a dialog in its middle might be off the screen.
 */
export function RemoveButton({ verb, what, warning, onRemove, testId = 'remove' }: RemoveButtonProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'removing'>('idle');
  const confirm = useRef<HTMLButtonElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (state === 'asking') confirm.current?.focus();
    if (state === 'idle' && asked.current) start.current?.focus();
    asked.current = state === 'asking';
  }, [state]);

  if (state === 'idle') {
    return (
      <button
        ref={start}
        type="button"
        class="button bare danger"
        aria-label={`${verb} ${what}`}
        data-testid={testId}
        onClick={() => setState('asking')}
      >
        {verb}
      </button>
    );
  }

  async function remove(): Promise<void> {
    setState('removing');
    if (await onRemove()) focusHeading();
    else setState('idle');
  }

  return (
    <span
      class="confirm"
      role="group"
      aria-label={`${verb} ${what}?${warning ? ` ${warning}` : ''}`}
      onKeyDown={(event) => event.key === 'Escape' && setState('idle')}
    >
      {warning && <span class="hint">{warning}</span>}
      <button
        type="button"
        class="button"
        data-testid={`${testId}-cancel`}
        disabled={state === 'removing'}
        onClick={() => setState('idle')}
      >
        Keep
      </button>
      <button
        ref={confirm}
        type="button"
        class="button danger"
        data-testid={`${testId}-confirm`}
        disabled={state === 'removing'}
        onClick={() => void remove()}
      >
        {verb}
      </button>
    </span>
  );
}
