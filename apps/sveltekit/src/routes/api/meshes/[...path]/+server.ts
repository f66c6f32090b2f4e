import { sessions } from '#lib/server/sessions.ts';
import type { RequestHandler } from './$types';

const handle: RequestHandler = ({ request }) => sessions(request);

export { handle as DELETE, handle as POST };
