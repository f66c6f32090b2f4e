/** What reads a request's body. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
  releaseLock(): void;
}

/** A request's body that may be read. */
export interface BodyStream {
  readonly locked: boolean;
  getReader(): BodyReader;
}
