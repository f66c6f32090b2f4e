import type { FetchArguments } from './sessionRoute.ts';

/** Answers a call, or gives null where it is not for it. */
type Answer = (call: FetchArguments) => Promise<Response | null>;

/** Puts an answer before the page's own `fetch`, until the result is called. What came on top of it since, such as a mock of the test's, stays. */
export function answerPageFetch(answer: Answer): () => void {
  const former = globalThis.fetch as typeof fetch | undefined;
  let active = true;
  const answered = async (...call: Parameters<typeof fetch>): Promise<Response> => {
    const response = active ? await answer(call) : null;
    if (response) return response;
    if (!former) throw new TypeError('Failed to fetch: this test environment has no fetch');
    return former.apply(globalThis, call);
  };
  globalThis.fetch = answered;
  return () => {
    active = false;
    if (globalThis.fetch !== answered) return;
    if (former) globalThis.fetch = former;
    else delete (globalThis as { fetch?: typeof fetch }).fetch;
  };
}
