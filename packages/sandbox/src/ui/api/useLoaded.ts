import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from './apiError.ts';

/** Something that a page loads from the API. */
export interface Loaded<T> {
  /** What came last; kept while it is loaded again. */
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  /** Loads it again, keeping what is shown until the answer is there. */
  reload(): void;
  /**
   * Shows other data, after a change that the server has taken.
   *
   * @param change - makes it from what is shown by then, which may be newer than what the change began with.
   */
  replace(change: (data: T) => T): void;
}

/**
 * Loads something at the start and whenever one of the keys changes. An answer that comes after a newer question is
 * thrown away.
 */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<{ data: T | null; error: ApiError | null; loading: boolean }>({
    data: null,
    error: null,
    loading: true,
  });
  const latest = useRef(load);
  latest.current = load;
  const question = useRef(0);

  const reload = useCallback(() => {
    const mine = ++question.current;
    setState((before) => ({ ...before, error: null, loading: true }));
    latest.current().then(
      (data) => mine === question.current && setState({ data, error: null, loading: false }),
      (error: unknown) =>
        mine === question.current && setState((before) => ({ ...before, error: asApiError(error), loading: false })),
    );
  }, []);
  const replace = useCallback((change: (data: T) => T) => {
    setState((before) => (before.data === null ? before : { ...before, data: change(before.data) }));
  }, []);

  useEffect(() => {
    reload();
    return () => {
      question.current += 1;
    };
  }, keys);

  return { ...state, reload, replace };
}

/** Everything the API client rejects with is an ApiError; anything else is a defect of the page, and told as one. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, 'Something went wrong on this page. Try again.');
}
