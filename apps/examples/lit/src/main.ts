import { IntegrationsPage } from './IntegrationsPage.ts';

// Signs in at the sample backend. In your product, your users are signed in already.
await fetch('/api/me');

customElements.define('integrations-page', IntegrationsPage);
