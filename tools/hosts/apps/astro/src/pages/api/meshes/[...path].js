import { createSessions } from '../../../../sessions.js';

export const prerender = false;

const sessions = createSessions(process.env);
const handle = ({ request }) => sessions(request);

// OPTIONS is what browsers ask first for pages of another origin.
export { handle as POST, handle as DELETE, handle as OPTIONS };
