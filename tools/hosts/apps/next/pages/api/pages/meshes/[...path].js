import { toNodeHandler } from '@meshes-embed/node';
import { createSessions } from '../../../../sessions.js';

export default toNodeHandler(createSessions(process.env));

// The handler reads the body itself, and answers when Next takes it for unanswered.
export const config = { api: { bodyParser: false, externalResolver: true } };
