import { signedInUser } from '../lib/signIn';
import { Integrations } from './Integrations';
import { SignInForm } from './SignInForm';

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
