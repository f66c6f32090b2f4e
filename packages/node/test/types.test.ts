import { createServer } from 'node:http';
import { createServer as createHttp2Server, createSecureServer } from 'node:http2';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import {
  createMeshesClient,
  createSessionHandler,
  toNodeHandler,
  type NodeHandler,
  type SessionHandler,
} from '../src/index.ts';

const index = fileURLToPath(new URL('../src/index.ts', import.meta.url));

const common: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
};

/** The declarations of this package, by their paths, which end in .d.ts where the sources end in .ts. */
function declarations(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const program = ts.createProgram([index], {
    ...common,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
  });
  program.emit(
    undefined,
    (name, text) => void files.set(name, text.replaceAll(/(from|import\()(\s*)'(\.[^']*)\.ts'/g, "$1$2'$3.js'")),
  );
  return files;
}

test('3.15: the declarations compile where there are no types of Node, library checks and all', () => {
  const files = declarations();
  const user = fileURLToPath(new URL('user.ts', import.meta.url));
  const host = ts.createCompilerHost({ ...common });
  const { getSourceFile, fileExists, readFile } = host;
  const read = (name: string) =>
    name === user ? `export * from '${index.replace(/\.ts$/, '.js')}';` : files.get(name);
  // The sources themselves are out of sight: a user has the declarations only.
  const isSource = (name: string) => files.has(name.replace(/\.ts$/, '.d.ts'));
  host.fileExists = (name) => read(name) !== undefined || (!isSource(name) && fileExists(name));
  host.readFile = (name) => read(name) ?? readFile(name);
  host.getSourceFile = (name, options) => {
    const text = read(name);
    return text === undefined ? getSourceFile(name, options) : ts.createSourceFile(name, text, options);
  };
  const program = ts.createProgram(
    [user],
    {
      ...common,
      noEmit: true,
      skipLibCheck: false,
      allowImportingTsExtensions: true,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      types: [],
    },
    host,
  );
  const reached = program.getSourceFiles().map(({ fileName }) => fileName);
  expect(reached.filter((name) => files.has(name)).length).toBeGreaterThan(10);
  expect(reached.filter((name) => name.includes('@types/node'))).toEqual([]);
  expect(
    ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText, file }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  ).toEqual([]);
});

test('3.15: servers of node:http and node:http2 take the handler as it is', () => {
  const handler: NodeHandler = toNodeHandler(async () => new Response());
  for (const server of [
    createServer(handler),
    createHttp2Server({}, handler),
    createSecureServer({}, handler),
    createServer().on('request', handler),
  ])
    expect(server.listenerCount('request')).toBe(1);
});

/** A request as Azure Functions types it: without signal and cache, with a `clone` of its own, and with fields of its own. */
interface FunctionRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null; has(name: string): boolean };
  readonly body: ReadableStream | null;
  readonly bodyUsed: boolean;
  readonly user: { readonly id: string } | null;
  readonly clone: () => FunctionRequest;
}

test('a request that is not quite a Request goes through the handler to authorize with its own type', async () => {
  const client = createMeshesClient({ organizationId: undefined, accessKey: undefined, secretKey: undefined });
  const users: string[] = [];
  const byParameter = createSessionHandler({
    client,
    authorize(request: FunctionRequest) {
      users.push(request.user?.id ?? 'no one');
      return null;
    },
  });
  const byName = createSessionHandler<FunctionRequest>({ client, authorize: ({ user }) => user && null });
  const usual: SessionHandler = createSessionHandler({
    client,
    authorize: ({ cache, signal }) => (cache && signal ? null : null),
  });
  const { method, url, headers, body, bodyUsed } = new Request('https://app.example.com/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: '{}',
  });
  const request: FunctionRequest = {
    method,
    url,
    headers,
    body,
    bodyUsed,
    user: { id: 'user-7' },
    clone: () => request,
  };
  expect((await byParameter(request)).status).toBe(401);
  expect(users).toEqual(['user-7']);
  expect([typeof byName, typeof usual]).toEqual(['function', 'function']);
  // @ts-expect-error Every request has headers.
  await expect(byName({ method, url })).rejects.toThrow(TypeError);
});
