import { Link } from '../parts/Link.tsx';
import { Message } from '../parts/Message.tsx';
import { Page } from '../parts/Page.tsx';
import { paths } from '../router.ts';

/** What is shown for a page that the session has no part of (contract §3), or that does not exist. */
export function OtherPage({ exists }: { readonly exists: boolean }) {
  const actions = (
    <Link to={paths.page('dashboard')} class="button">
      Go to the dashboard
    </Link>
  );
  return (
    <Page title={exists ? 'Not part of the session' : 'Page not found'}>
      <Message
        testId="page-refused"
        title={exists ? 'The session does not include this page.' : 'There is no such page.'}
        actions={actions}
      >
        {exists ? 'Ask the people who run this product if you need it.' : 'It may have been moved or removed.'}
      </Message>
    </Page>
  );
}
