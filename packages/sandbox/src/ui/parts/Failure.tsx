import type { ApiError } from '../api/apiError.ts';
import { Message } from './Message.tsx';

const titles: Readonly<Record<number, string>> = {
  401: 'Authentication required',
  403: 'Not part of the session',
  404: 'Not found',
};

/** What is shown where a page's data could not be loaded. */
export function Failure({ error, retry }: { readonly error: ApiError; readonly retry: () => void }) {
  const actions = (
    <button type="button" class="button" data-testid="try-again" onClick={retry}>
      Try again
    </button>
  );
  return (
    <Message
      role="alert"
      testId="load-error"
      title={titles[error.status] ?? 'This could not be loaded'}
      actions={actions}
    >
      {error.message}
    </Message>
  );
}
