import { render } from 'preact';
import { IntegrationsPage } from './IntegrationsPage.tsx';

// Signs in at the sample backend. In your product, your users are signed in already.
await fetch('/api/me');

render(<IntegrationsPage />, document.querySelector('#root') as HTMLElement);
