import { toNodeHandler } from '@meshes-embed/node';
import { createSessions } from '../../sessions.js';

// By Node's own request, which tells when the caller leaves.
export default fromNodeMiddleware(toNodeHandler(createSessions(process.env)));
