import { createSessions } from '../../../../sessions.js';

const sessions = createSessions(process.env);
const handle = ({ request }) => sessions(request);

export { handle as POST, handle as DELETE, handle as OPTIONS };
