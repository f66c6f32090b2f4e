// Runs in an app that has installed the packages: starts the sandbox's command, and takes a session through its whole
// life with the node package, against it.
import { createMeshesClient } from '@meshes-embed/node';
import assert from 'node:assert/strict';
import { withSandbox } from './packedCommand.mjs';

await withSandbox(async ({ apiUrl, embedUrl, organizationId, accessKey, secretKey, workspaces }) => {
  const client = createMeshesClient({ organizationId, accessKey, secretKey, baseUrl: apiUrl });

  const session = await client.sessions.mint({ workspace_id: workspaces[0].id, role: 'admin', launch_page: 'events' });
  assert.equal(session.workspace_id, workspaces[0].id);
  assert.equal(session.role, 'admin');
  assert.equal(new URL(session.launch_url).origin, new URL(embedUrl).origin);

  const launched = await fetch(session.launch_url);
  assert.equal(launched.status, 200);
  assert.match(launched.headers.get('content-type') ?? '', /^text\/html/);
  assert.match(await launched.text(), /<script[^>]+src="\/[^"]+\.js"/, 'the packed sandbox brings its embed pages');
  assert.equal((await fetch(session.launch_url)).status, 401, 'a launch URL is good for once');

  const refreshed = await client.sessions.refresh(session.session_id);
  assert.equal(refreshed.session_id, session.session_id);
  assert.notEqual(refreshed.access_token, session.access_token);

  const listed = [];
  for await (const one of client.sessions.list({ workspace_id: session.workspace_id })) listed.push(one.session_id);
  assert.ok(listed.includes(session.session_id));

  await client.sessions.revoke(session.session_id);
  await assert.rejects(client.sessions.refresh(session.session_id), { name: 'MeshesApiError', status: 409 });
  console.log('minted, launched, refreshed, listed, revoked');
});
