import { signedInUser, signIn } from '#lib/server/signIn.ts';
import type { Actions, PageServerLoad } from './$types';

// Tells the page whether someone is signed in, and nothing that a browser has no use for.
export const load: PageServerLoad = ({ cookies }) => ({ signedIn: signedInUser(cookies) !== null });

export const actions: Actions = {
  default: ({ cookies }) => signIn(cookies),
};
