import { signIn } from '../lib/signIn';

/** What a visitor sees who is not signed in. */
export function SignInForm() {
  return (
    <form action={signIn} className="sign-in">
      <p>Integrations are for users who are signed in.</p>
      <button type="submit">Sign in to the demo</button>
    </form>
  );
}
