import { MeshesEmbed } from '@meshes-embed/react';
import { signedInUser } from '../../lib/signIn';
import { SignInForm } from '../SignInForm';

/** Nothing of it is the same for everyone: it is rendered for each request, as a whole. */
export const instant = false;

/** The embed straight in a server component: it brings its own `'use client'`, so there is no file to write around it. */
export default async function EventsPage() {
  const user = await signedInUser();
  return (
    <>
      <h1>Events</h1>
      {user === null ? (
        <SignInForm />
      ) : (
        <div className="card">
          <MeshesEmbed
            data-testid="embed"
            endpoint="/api/meshes"
            page="events"
            title="Events"
            allowInsecureLocalhost
            loading={<p>Fetching your events…</p>}
          />
        </div>
      )}
    </>
  );
}
