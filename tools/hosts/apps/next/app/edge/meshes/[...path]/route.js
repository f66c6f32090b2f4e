import { createSessions } from '../../../../sessions.js';

export const runtime = 'edge';

const sessions = createSessions(process.env);

// OPTIONS is what browsers ask first for pages of another origin.
export { sessions as POST, sessions as DELETE, sessions as OPTIONS };
