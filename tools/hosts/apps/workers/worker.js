import { env } from 'cloudflare:workers';
import { createSessions } from './sessions.js';

const sessions = createSessions(env);

export default { fetch: (request) => sessions(request) };
