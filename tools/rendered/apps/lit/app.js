import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { Hono } from 'hono';
import { html } from 'lit';
import { createSessions } from './sessions.js';
import './src/integrations.js';

const sessions = createSessions(process.env);
const app = new Hono();
app.all('/api/meshes/*', (context) => sessions(context.req.raw));
app.get('/', async (context) =>
  context.html(
    `<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,">${await collectResult(
      render(html`<app-integrations></app-integrations>`),
    )}<script type="module" src="/client.js"></script></html>`,
  ),
);
app.use('/*', serveStatic({ root: './dist' }));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
