import { useEffect } from 'preact/hooks';
import type { StartedOauth } from './AddConnection.tsx';
import { Notice } from './Notice.tsx';

interface OauthNoticeProps {
  readonly started: StartedOauth;
  /** The user has come back to this page. */
  readonly onReturn: () => void;
  readonly onDismiss: () => void;
}

/** Stands while a provider's sign-in runs in another tab. */
export function OauthNotice({ started, onReturn, onDismiss }: OauthNoticeProps) {
  useEffect(() => started.tab.onReturn(onReturn), [started]);
  const dismiss = (
    <button type="button" class="button" onClick={onDismiss}>
      Dismiss
    </button>
  );
  return (
    <Notice testId="oauth-pending" actions={dismiss}>
      {started.opened ? (
        `Finish connecting ${started.provider.name} in the other tab. The list is up to date when you come back.`
      ) : (
        <>
          Your browser has blocked the new tab.{' '}
          <a href={started.url} target="_blank" rel="noopener noreferrer" data-testid="oauth-link">
            Open the sign-in of {started.provider.name}
          </a>
        </>
      )}
    </Notice>
  );
}
