/** What `--help` prints. */
export const helpText = `meshes-doctor: looks at what your backend needs to embed Meshes

Usage: npx @meshes-embed/doctor --workspace <id> --origin <origin> [options]

  --workspace <id>       UUID of a workspace of your organization
  --origin <origin>      origin of your pages, like https://app.example.com
  --endpoint <url>       your own session route, as pages are given it; it is
                         looked at too
  --header <header>      'Name: value' that signs a user in at --endpoint, such
                         as 'Cookie: …'; may be given several times
  --embed-api <path>     path at the embed's origin that takes access tokens,
                         to see stale ones refused; known for a sandbox
  --timeout <seconds>    for each request, 1 to 120, default 10
  --json                 print one line of JSON
  -h, --help             print this

The machine key comes from MESHES_ORGANIZATION_ID, MESHES_ACCESS_KEY and
MESHES_SECRET_KEY; MESHES_BASE_URL names another service than the real one.

It mints sessions, and revokes every one of them. It prints no token, no secret
and no launch URL. Exit status: 0 nothing found, 1 something found, 2 it could
not run, or was stopped.`;
