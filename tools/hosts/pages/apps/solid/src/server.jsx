import { generateHydrationScript, renderToString } from 'solid-js/web';
import { Integrations } from './Integrations.jsx';

export const render = () => `<!doctype html>
<html lang="en">
  <head><title>Integrations</title><link rel="icon" href="data:," />${generateHydrationScript()}</head>
  <body><div id="root">${renderToString(() => <Integrations />)}</div><script type="module" src="/client.js"></script></body>
</html>`;
