import type { NodeOutgoing, WrappedResponse } from './nodeTypes.ts';

/** Where an answer is written to. Headers that are set there already stay, unless the answer sets them itself. */
interface NodeReply {
  /** @throws Error when the connection breaks. */
  write(answer: Response): Promise<void>;
}

/** The reply of node:http, of Express, and of every framework that leaves the response as it is. */
export function rawReply(response: NodeOutgoing): NodeReply {
  return {
    async write(answer) {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (response.headersSent || response.destroyed) return;
      response.statusCode = answer.status;
      if (response.getHeader('content-length') !== undefined)
        response.setHeader('content-length', String(bytes.byteLength));
      for (const [name, value] of singleHeaders(answer, response.getHeader('vary'))) response.setHeader(name, value);
      const cookies = [...listOf(response.getHeader('set-cookie')), ...answer.headers.getSetCookie()];
      if (cookies.length > 0) response.setHeader('set-cookie', cookies);
      await new Promise<void>((resolve) => {
        response.once('close', resolve);
        response.end(bytes, resolve);
      });
    },
  };
}

/**
 * The reply of Fastify. It is answered by the reply's own methods, so that Fastify's hooks run, which set cookies, save
 * sessions and log.
 *
 * @returns null for a reply without these methods.
 */
export function frameworkReply(reply: WrappedResponse): NodeReply | null {
  const { code, header, send } = reply;
  if (code === undefined || header === undefined || send === undefined) return null;
  return {
    async write(answer) {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (reply.raw.headersSent) return;
      code.call(reply, answer.status);
      for (const [name, value] of singleHeaders(answer, reply.getHeader?.('vary'))) header.call(reply, name, value);
      // Fastify keeps the cookies that are set already, and adds this one.
      for (const cookie of answer.headers.getSetCookie()) header.call(reply, 'set-cookie', cookie);
      send.call(reply, bytes.byteLength === 0 ? undefined : bytes);
    },
  };
}

/** Every header but the cookies. `Vary` is merged with what is set already. */
function singleHeaders({ headers }: Response, vary: unknown): [string, string][] {
  const names = new Map<string, string>();
  for (const name of [...listOf(vary), headers.get('vary') ?? ''].join(',').split(','))
    if (name.trim() !== '') names.set(name.trim().toLowerCase(), name.trim());
  const single = [...headers].filter(([name]) => name !== 'set-cookie' && name !== 'vary');
  return names.size === 0 ? single : [...single, ['vary', [...names.values()].join(', ')]];
}

function listOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
