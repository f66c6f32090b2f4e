import { SpoiledAnswers } from '@meshes-embed/app-server/spoiled-answers';
import type { MeshesEmbedElement, TraceEvent } from '@meshes-embed/element';
import { createSandboxInPage, type EmbedFiles, type Fault, type InPageSandbox } from '@meshes-embed/sandbox/in-page';
import { openWorld, type World } from './bridge.ts';
import type { Demonstration } from './demonstrations.ts';
import { createLiveBackend, type Authorized } from './liveBackend.ts';

/** The one who is signed in at the example's backend. */
const account = 'user-7';

/** A host page, its backend and Meshes, in this page. */
export interface LiveExample {
  /** Where a frame finds the host's page. */
  readonly address: string;
  /** What the host's page is from its next load on. */
  write(code: string, isolated?: boolean): void;
  /** What the backend grants from now on. */
  authorize(authorized: Authorized): void;
  /** Lets the backend and Meshes misbehave as a demonstration says; what is done to a session is done to the given one. */
  arrange(by: Demonstration['by'], sessionId: string | null): void;
  /** One fault of the sandbox. */
  addFault(fault: Fault): void;
  /** No fault and no mistake is in force any more. */
  putRight(): void;
  close(): void;
}

/** The embed's pages as this site has them. */
const filesAt = (folder: string): EmbedFiles => ({
  launchPage: async (kind) => await (await fetch(`${folder}ui/${kind === 'full' ? 'index' : kind}.html`)).text(),
  async asset(name) {
    const answer = await fetch(`${folder}ui/assets/${name}`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  },
});

/**
 * Opens one.
 *
 * @param folder - where the files of the examples are, from the host's root, with a slash at its end
 * @throws Error in words for a reader, where the browser lets it not
 */
export async function openLiveExample(folder: string): Promise<LiveExample> {
  let code = '';
  let isolated = false;
  let authorized: Authorized = {};
  const spoiled = new SpoiledAnswers();
  let sandbox: InPageSandbox | undefined;
  let backend: ((request: Request) => Promise<Response>) | undefined;

  const world: World = await openWorld(folder, async (request, path) => {
    if (path.startsWith('/embed/')) return await embed(request, path.slice('/embed'.length));
    const place = path.replace(/\?.*/, '');
    if (place === '/host/') {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
      const more = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
      return new Response(code, { headers: isolated ? { ...headers, ...more } : headers });
    }
    if (place === '/host/meshes-embed.js') return await fetch(`${folder}meshes-embed.js`);
    if (place.startsWith('/host/api/meshes/') && backend) {
      const answer = backend;
      return await spoiled.spoil(account, request, () => answer(request));
    }
    return new Response('<!doctype html><h1>Not found</h1>', { status: 404, headers: { 'content-type': 'text/html' } });
  });
  sandbox = createSandboxInPage({ embedUrl: `${world.address}/embed`, files: filesAt(folder) });
  backend = createLiveBackend(sandbox, () => authorized);
  const control = sandbox;

  async function embed(request: Request, path: string): Promise<Response> {
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer();
    const { method, headers, signal } = request;
    return await control.embed(new Request(new URL(path, location.origin), { method, headers, signal, body }));
  }

  return {
    address: `${world.address}/host/`,
    write(next, cut = false) {
      code = next;
      isolated = cut;
    },
    authorize(next) {
      authorized = next;
    },
    arrange({ faults = [], answer, session }, sessionId) {
      for (const fault of faults) control.addFault(fault);
      if (answer) spoiled.put(account, answer.name as Parameters<SpoiledAnswers['put']>[1], answer.times);
      if (session === 'revoke' && sessionId !== null) control.revokeSession(sessionId);
      if (session === 'rotate' && sessionId !== null) control.rotateSession(sessionId);
    },
    addFault: (fault) => void control.addFault(fault),
    putRight() {
      control.deleteFaults();
      spoiled.clear(account);
    },
    close() {
      world.close();
      control.deleteFaults();
    },
  };
}

/** The embed in a frame with a host's page, once it is there. */
export async function embedIn(frame: HTMLIFrameElement): Promise<MeshesEmbedElement | null> {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  const element = frame.contentDocument?.querySelector('meshes-embed');
  if (!view || !element) return null;
  await view.customElements.whenDefined('meshes-embed');
  return element;
}

export type { MeshesEmbedElement, TraceEvent };
