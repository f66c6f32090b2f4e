import { createFileRoute } from '@tanstack/react-router';
import { createSessions } from '../../../../sessions.js';

const sessions = createSessions(process.env);
const handle = ({ request }) => sessions(request);

// Where a method has no handler, Start answers with a page.
export const Route = createFileRoute('/api/meshes/$')({
  server: { handlers: { ANY: handle } },
});
