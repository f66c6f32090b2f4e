import { signedInUser } from '../utils/signIn';

/** Tells the page whether someone is signed in, and nothing that a browser has no use for. */
export default defineEventHandler((event) => ({ signedIn: signedInUser(event.headers) !== null }));
