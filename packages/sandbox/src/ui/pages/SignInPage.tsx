import type { FrameStatus } from '../frame/startFrame.ts';
import { Message } from '../parts/Message.tsx';

/** What is shown while there is no usable access token (contract §8, "Authentication required"). */
export function SignInPage({ status }: { readonly status: Exclude<FrameStatus, 'authenticated'> }) {
  if (status === 'waiting') {
    return (
      <main class="page lone" data-testid="signing-in">
        <Message role="status" title="Signing in…" />
      </main>
    );
  }
  return (
    <main class="page lone" data-testid="authentication-required">
      <Message role="alert" title="Authentication required">
        {status === 'expired'
          ? 'Your session has ended. Reload the page around this workspace to sign in again.'
          : 'This workspace has not been given an access token. Reload the page around it to sign in.'}
      </Message>
    </main>
  );
}
