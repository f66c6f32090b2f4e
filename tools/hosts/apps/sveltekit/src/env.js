import { defineEnvVars } from '@sveltejs/kit/env';

// Kit asks for these when it builds, too, where there are no credentials.
const schema = (value) => value;

export const variables = defineEnvVars({
  MESHES_ORGANIZATION_ID: { schema },
  MESHES_ACCESS_KEY: { schema },
  MESHES_SECRET_KEY: { schema },
  MESHES_BASE_URL: { schema },
  WORKSPACE_ID: { schema },
});
