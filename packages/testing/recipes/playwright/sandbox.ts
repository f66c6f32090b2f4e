/** Where the sandbox serves, in CI and here: as a container, or as `meshes-sandbox` starts it. */
export const apiPort = process.env['SANDBOX_API_PORT'] ?? '4010';
export const embedPort = process.env['SANDBOX_EMBED_PORT'] ?? '4011';
export const apiUrl = `http://127.0.0.1:${apiPort}`;

/** Asks the sandbox's control plane. */
export async function control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${apiUrl}/__sandbox/${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${method} ${path}.`);
  return response.json();
}
