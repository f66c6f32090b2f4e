import { sessions } from '#lib/server/sessions.ts';
import type { RequestHandler } from './$types';

const handle: RequestHandler = ({ request }) => sessions(request);

// OPTIONS is what browsers ask first for pages of another origin.
export { handle as DELETE, handle as OPTIONS, handle as POST };
