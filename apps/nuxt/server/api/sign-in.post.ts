import { signInCookie } from '../utils/signIn';

/** Signs in as the one user of this demo; a form sends its visitor here. */
export default defineEventHandler((event) => {
  setCookie(event, signInCookie.name, signInCookie.value, { httpOnly: true, sameSite: 'lax', path: '/' });
  return sendRedirect(event, '/', 303);
});
