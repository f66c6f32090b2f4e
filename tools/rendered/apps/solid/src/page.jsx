import { generateHydrationScript, renderToString } from 'solid-js/web';
import { Integrations } from './Integrations.jsx';

export const page = () =>
  `<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,">${generateHydrationScript()}` +
  `<div id="app">${renderToString(() => <Integrations />)}</div><script type="module" src="/client.js"></script></html>`;
