import { keepFocus } from '@meshes-embed/core/adapter';
import { useLayoutEffect, useRef, type ReactElement } from 'react';

interface RetryButtonProps {
  readonly text: string;
  readonly retry: () => void;
}

/** A way on, which goes away by itself once it is not needed: keyboard focus on it then moves to the embed's place. */
export function RetryButton({ text, retry }: RetryButtonProps): ReactElement {
  const ref = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = ref.current!;
    return () => keepFocus(button);
  }, []);
  return (
    <button ref={ref} type="button" onClick={retry}>
      {text}
    </button>
  );
}
