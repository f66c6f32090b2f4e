import * as v from 'valibot';
import type { MeshesAccess, MeshesWorkspace } from './meshesAccess.ts';
import type { ServerOptions } from './server.ts';

const DEFAULT_PORT = 4000;

const workspaceList = v.array(v.object({ id: v.string(), name: v.string() }));

/** A setting is missing or makes no sense. */
class EnvironmentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EnvironmentError';
  }
}

/**
 * Reads the settings of the backend.
 *
 * @throws EnvironmentError that names every variable that is missing, or the one that makes no sense; never a value.
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): ServerOptions {
  const names = [
    'MESHES_BASE_URL',
    'MESHES_ORGANIZATION_ID',
    'MESHES_ACCESS_KEY',
    'MESHES_SECRET_KEY',
    'MESHES_WORKSPACES',
  ] as const;
  const missing = names.filter((name) => !environment[name]?.trim());
  if (missing.length > 0) {
    throw new EnvironmentError(
      `Set ${missing.join(', ')} and start again. "npm run sandbox -- --json" prints the values of a local sandbox.`,
    );
  }
  const [apiUrl, organizationId, accessKey, secretKey, workspaces] = names.map((name) => environment[name]?.trim()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const meshes: MeshesAccess = { apiUrl, organizationId, accessKey, secretKey, workspaces: readWorkspaces(workspaces) };
  return { meshes, port: readPort(environment['PORT']), allowedOrigins: listOf(environment['APP_ORIGINS'] ?? '') };
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readWorkspaces(text: string): readonly MeshesWorkspace[] {
  if (!text.startsWith('[')) return listOf(text).map((id, index) => ({ id, name: `Workspace ${index + 1}` }));
  try {
    return v.parse(workspaceList, JSON.parse(text));
  } catch {
    throw new EnvironmentError(
      'MESHES_WORKSPACES: expected ids with commas between, or a JSON list of { "id", "name" }.',
    );
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new EnvironmentError('PORT: expected a number from 0 to 65535.');
  return port;
}
