import { H3, serve } from 'h3';
import { createSessions } from './sessions.js';

const sessions = createSessions(process.env);

const app = new H3();
app.all('/api/meshes/**', (event) => sessions(event.req));

serve(app, { port: process.env.PORT, silent: true });
