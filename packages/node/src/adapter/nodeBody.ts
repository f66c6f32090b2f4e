import type { UnderlyingSource } from 'node:stream/web';
import { bodyReadError } from '../shared/bodyReadError.ts';
import { serializeBody } from '../shared/serializeBody.ts';
import type { FrameworkRequest } from './nodeRequest.ts';

/** The body of a Node request, as a web `Request` takes it. */
export interface NodeBody {
  readonly body: NonNullable<RequestInit['body']>;
  /** Discards what is still unread once the request is answered, so that the connection can be reused. */
  release(): void;
}

/**
 * The body of a request: what was passed on, else the stream itself, else what a parser made of it, serialized again. If
 * the stream was read and nothing is left of it, reading fails with a MeshesInputError.
 *
 * @param readParsed - looks up what a parser left. It is not called for a stream that is still unread.
 * @throws what `readParsed` throws.
 */
export function nodeBody(request: FrameworkRequest, passedOn: unknown, readParsed: () => unknown): NodeBody {
  const release = () => void request.resume();
  const wasRead = request.readableDidRead || request.readableEnded;
  if (!wasRead && passedOn === undefined) return streamOf(request);
  const text = serializeBody(passedOn ?? readParsed());
  if (text !== undefined) return { body: text, release };
  return { body: carriesBody(request) ? missingBody() : '', release };
}

function carriesBody({ headers, httpVersionMajor }: FrameworkRequest): boolean {
  const length = headers['content-length'];
  return length === undefined ? httpVersionMajor > 1 || headers['transfer-encoding'] !== undefined : Number(length) > 0;
}

function missingBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.error(bodyReadError()) }, { highWaterMark: 0 });
}

/** Not `Readable.toWeb`, which destroys the request when reading stops early, and its connection with it. */
function streamOf(request: FrameworkRequest): NodeBody {
  let stop = () => {};
  const release = () => {
    stop();
    request.resume();
  };
  const source: UnderlyingSource<Uint8Array> = {
    // It listens only once something reads: Node discards a body that was never listened to.
    pull(controller) {
      stop();
      stop = listen(request, controller);
      request.resume();
    },
    cancel: release,
  };
  return { body: new ReadableStream(source, { highWaterMark: 0 }), release };
}

/** Passes on the next chunk, or the end. */
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
