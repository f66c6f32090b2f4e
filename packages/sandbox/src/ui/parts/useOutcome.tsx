import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { asApiError } from '../api/useLoaded.ts';
import { Notice } from './Notice.tsx';

/** Runs what the user asked for, and tells how it went. */
export interface Outcome {
  /** Where it is told. */
  readonly notice: ComponentChildren;
  /**
   * @param done - what to say when it worked.
   * @returns whether it did.
   */
  run(action: () => Promise<unknown>, done: string): Promise<boolean>;
  /** Says how something has gone; well, if not told otherwise. */
  tell(text: string, tone?: 'good' | 'bad'): void;
  clear(): void;
}

/** The outcome of the last thing that was done on a page. */
export function useOutcome(): Outcome {
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; text: string } | null>(null);
  const tell: Outcome['tell'] = (text, tone = 'good') => setTold({ tone, text });
  return {
    // The live region is there before its text: many screen readers pass over one that comes with it.
    notice: (
      <div class="live" aria-live={told?.tone === 'bad' ? 'assertive' : 'polite'}>
        {told && (
          <Notice announced tone={told.tone} testId="outcome">
            {told.text}
          </Notice>
        )}
      </div>
    ),
    async run(action, done) {
      try {
        await action();
        tell(done);
        return true;
      } catch (error) {
        tell(asApiError(error).message, 'bad');
        return false;
      }
    },
    tell,
    clear: () => setTold(null),
  };
}
