import { startSandbox, type Sandbox } from '@meshes-embed/sandbox';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { createMeshesClient, type SessionRecord } from '@meshes-embed/node';

/** A sandbox for the tests of this file. After each of them no session may be left, whatever went wrong in it. */
export function useSandbox(): { readonly sandbox: Sandbox; sessions(): Promise<readonly SessionRecord[]> } {
  // A run is a dozen requests, and some wait for a deadline.
  vi.setConfig({ testTimeout: 30_000 });
  let sandbox: Sandbox;
  const all = async () => {
    const { organizationId, accessKey, secretKey, apiUrl, workspaces } = sandbox;
    const client = createMeshesClient({ organizationId, accessKey, secretKey, baseUrl: apiUrl });
    const records: SessionRecord[] = [];
    for (const { id } of workspaces)
      for await (const record of client.sessions.list({ workspace_id: id })) records.push(record);
    return records;
  };
  beforeAll(async () => {
    sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  });
  afterEach(async () => {
    sandbox.deleteFaults();
    expect((await all()).filter(({ status }) => status !== 'revoked')).toEqual([]);
    sandbox.reset();
  });
  afterAll(() => sandbox.close());
  return {
    get sandbox() {
      return sandbox;
    },
    sessions: all,
  };
}
