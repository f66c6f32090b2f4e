import { IntegrationsPage } from './IntegrationsPage.ts';

// Signs in at the sample backend. Leave it out: in your product, your users are signed in already.
await fetch('/api/me');

customElements.define('integrations-page', IntegrationsPage);
