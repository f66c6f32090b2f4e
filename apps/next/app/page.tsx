import { signedInUser } from '../lib/signIn';
import { Integrations } from './Integrations';
import { SignInForm } from './SignInForm';

/** Nothing of it is the same for everyone: it is rendered for each request, as a whole. */
export const instant = false;

/** The integrations page, rendered on the server. */
export default async function IntegrationsPage() {
  const user = await signedInUser();
  return (
    <>
      <h1>Integrations</h1>
      {user === null ? <SignInForm /> : <Integrations />}
    </>
  );
}
