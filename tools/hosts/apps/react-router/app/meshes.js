import { createSessions } from '../sessions.js';

const sessions = createSessions(process.env);
const handle = ({ request }) => sessions(request);

// OPTIONS, which browsers ask first for pages of another origin, comes to the loader.
export { handle as action, handle as loader };
