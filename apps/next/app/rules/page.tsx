import { MeshesEmbed } from '@meshes-embed/react';

/** A page that is the same for everyone, rendered when the app is built: who is signed in, the session route finds out. */
export default function RulesPage() {
  return (
    <>
      <h1>Rules</h1>
      <div className="card">
        <MeshesEmbed data-testid="embed" endpoint="/api/meshes" page="rules" title="Rules" allowInsecureLocalhost />
      </div>
    </>
  );
}
