import { once } from 'node:events';
import { beforeDeadline } from './pageCall.ts';

/** Whom a command is for, where that is not the browser. */
export interface Recipient {
  /** A session of the DevTools protocol. */
  readonly session?: string;
  /** The document that it runs in, as its parameters name it already. */
  readonly about?: string;
}

interface Waiting extends Recipient {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Incoming {
  readonly id?: number;
  readonly result?: unknown;
  /** Text in WebDriver BiDi, an object in the DevTools protocol. */
  readonly error?: string | { readonly message: string };
  readonly message?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
}

/** The commands of a browser, by WebSocket: the DevTools protocol of Chromium, or WebDriver BiDi. */
export class CommandSocket {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(method: string, params: never, session: string | undefined) => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Incoming));
    socket.addEventListener('close', () => this.#reject(() => true, 'The browser has ended.'));
  }

  /** @throws Error where nothing answers there. */
  static async open(url: string): Promise<CommandSocket> {
    const socket = new WebSocket(url);
    await beforeDeadline('The connection to the browser', once(socket, 'open'));
    return new CommandSocket(socket);
  }

  /**
   * Sends a command and awaits its result.
   *
   * @throws Error with what the browser says; where it, or the session, ends before the answer.
   */
  send<Result>(method: string, params: object = {}, { session, about }: Recipient = {}): Promise<Result> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('The browser has ended.'));
    const id = (this.#last += 1);
    const answer = new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, {
        ...(session !== undefined && { session }),
        ...(about !== undefined && { about }),
        resolve: resolve as (result: unknown) => void,
        reject,
      });
    });
    this.#socket.send(JSON.stringify({ id, method, params, ...(session !== undefined && { sessionId: session }) }));
    return answer;
  }

  /** Calls the listener with each event from now on; the result ends that. */
  listen(listener: (method: string, params: never, session: string | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What was sent to a session, or to a document, gets no answer any more. */
  forget(gone: string): void {
    this.#reject(({ session, about }) => session === gone || about === gone, 'The document is gone.');
  }

  close(): void {
    this.#socket.close();
  }

  #receive({ id, result, error, message, method, params, sessionId }: Incoming): void {
    if (id === undefined || id === null) {
      if (method !== undefined) for (const listener of this.#listeners) listener(method, params as never, sessionId);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(typeof error === 'string' ? `${error}: ${message}` : error.message));
  }

  #reject(which: (one: Waiting) => boolean, why: string): void {
    for (const [id, waiting] of this.#waiting) {
      if (!which(waiting)) continue;
      this.#waiting.delete(id);
      waiting.reject(new Error(why));
    }
  }
}
