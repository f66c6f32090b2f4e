import { render as renderTemplate } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html as template } from 'lit';
import './src/integrations.js';
import { serve } from './serve.js';

serve(async () => {
  const page = await collectResult(renderTemplate(template`<integrations-page></integrations-page>`));
  return `<!doctype html>
<html lang="en">
  <head><title>Integrations</title><link rel="icon" href="data:," /></head>
  <body>${page}<script type="module" src="/client.js"></script></body>
</html>`;
});
