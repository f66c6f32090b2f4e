import type { UnderlyingSource } from 'node:stream/web';
import { bodyReadError } from '../shared/bodyReadError.ts';
import { serializeBody } from '../shared/serializeBody.ts';
import type { FrameworkRequest } from './nodeRequest.ts';

/** What a request carries. */
export interface NodeBody {
  readonly body: NonNullable<RequestInit['body']>;
  /** Throws away what no one read, once the request is answered: the connection may serve others. */
  letGo(): void;
}

/**
 * The body of a request: what was handed over, the stream itself, or what a parser made of it, written out again. Where
 * something has read it and left nothing, reading fails with a MeshesInputError.
 *
 * @param readParsed - looks up what a parser left. It is not called for a stream that no one has read.
 * @throws what `readParsed` throws.
 */
export function nodeBody(request: FrameworkRequest, handedOver: unknown, readParsed: () => unknown): NodeBody {
  const letGo = () => void request.resume();
  const wasRead = request.readableDidRead || request.readableEnded;
  if (!wasRead && handedOver === undefined) return streamOf(request);
  const text = serializeBody(handedOver ?? readParsed());
  if (text !== undefined) return { body: text, letGo };
  return { body: carriesBody(request) ? goneBody() : '', letGo };
}

function carriesBody({ headers, httpVersionMajor }: FrameworkRequest): boolean {
  const length = headers['content-length'];
  return length === undefined ? httpVersionMajor > 1 || headers['transfer-encoding'] !== undefined : Number(length) > 0;
}

function goneBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.error(bodyReadError()) }, { highWaterMark: 0 });
}

/** Destroying the request where no one wants more of it, as `Readable.toWeb` does, would take the connection with it. */
function streamOf(request: FrameworkRequest): NodeBody {
  let stop = () => {};
  const letGo = () => {
    stop();
    request.resume();
  };
  const source: UnderlyingSource<Uint8Array> = {
    // Nothing is listened to before someone reads: Node itself throws away a body that no one began to read.
    pull(controller) {
      stop();
      stop = listen(request, controller);
      request.resume();
    },
    cancel: letGo,
  };
  return { body: new ReadableStream(source, { highWaterMark: 0 }), letGo };
}

/** Hands the next chunk on, or the end. */
function listen(request: FrameworkRequest, controller: ReadableStreamDefaultController<Uint8Array>): () => void {
  const onData = (chunk: Uint8Array | string) => {
    request.pause();
    controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk));
  };
  const onEnd = () => {
    stop();
    controller.close();
  };
  const onError = (error: Error) => controller.error(error);
  const onClose = () => controller.error(new Error('The caller has left.'));
  request.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose);
  const stop = () => void request.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose);
  return stop;
}
