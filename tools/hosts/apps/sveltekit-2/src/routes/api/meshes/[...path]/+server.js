import { env } from '$env/dynamic/private';
import { createSessions } from '../../../../../sessions.js';

const sessions = createSessions(env);
const handle = ({ request }) => sessions(request);

// OPTIONS is what browsers ask first for pages of another origin.
export { handle as POST, handle as DELETE, handle as OPTIONS };
