import { defineEnvVars } from '@sveltejs/kit/env';

/** Kit asks for these when it builds, too, where there are no credentials; without them no client is made, which says what is missing. */
const schema = (value: string | undefined): string => value ?? '';

/** What the server reads from its environment when it starts. Nothing here is `public`, so nothing can reach a browser. */
export const variables = defineEnvVars({
  MESHES_ORGANIZATION_ID: { schema },
  MESHES_ACCESS_KEY: { schema },
  MESHES_SECRET_KEY: { schema },
  MESHES_WORKSPACE_ID: { schema, description: "The workspace of this demo's one user." },
  MESHES_BASE_URL: { schema, description: 'Left out for the real service.' },
  APP_ORIGIN: { schema, description: 'Where this app is served: who may frame the workspace.' },
});
