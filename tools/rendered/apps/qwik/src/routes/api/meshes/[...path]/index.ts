import type { RequestHandler } from '@builder.io/qwik-city';
import { createSessions } from '../../../../../sessions.js';

const sessions = createSessions(process.env);

export const onRequest: RequestHandler = async ({ request, send }) => send(await sessions(request));
