/** A request of a page below the worker's scope, as the worker hands it to the page that answers it. A port comes with it. */
export interface HandedRequest {
  readonly type: 'meshes-docs:request';
  /** The whole address. */
  readonly url: string;
  /** Which of the answering page's worlds is asked. */
  readonly world: string;
  /** The path below that world, with a slash at its beginning, and the query. */
  readonly path: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: ArrayBuffer | null;
}

/** What comes back through the port, in this order: a head, any chunks, an end. Or nothing but a failure of the network. */
export type AnswerPart =
  | { readonly part: 'head'; readonly status: number; readonly headers: readonly (readonly [string, string])[] }
  | { readonly part: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly part: 'end' }
  | { readonly part: 'no-network' };

/** What the worker says through the port: that no one waits for the answer any more. */
export interface GivenUp {
  readonly part: 'given-up';
}

/** A page asks the worker by what name the worker finds it again. The answer, the name, comes through the port. */
export interface WhoAmI {
  readonly type: 'meshes-docs:who-am-i';
}

/** Statuses whose answers have no body. */
export const bodiless: readonly number[] = [101, 204, 205, 304];
