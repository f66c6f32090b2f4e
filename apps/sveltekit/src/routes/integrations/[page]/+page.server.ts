import { signedInUser } from '#lib/server/signIn.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

// Reads nothing of the route: going from page to page asks the server for nothing.
export const load: PageServerLoad = ({ cookies }) => {
  if (signedInUser(cookies) === null) redirect(303, '/');
};
