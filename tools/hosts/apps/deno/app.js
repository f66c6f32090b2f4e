import { createSessions } from './sessions.js';

const sessions = createSessions(Deno.env.toObject());

Deno.serve({ port: Number(Deno.env.get('PORT')) }, sessions);
