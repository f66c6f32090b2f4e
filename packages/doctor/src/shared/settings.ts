import type { Credentials } from '@meshes-embed/node';

/** The host's own session route, as a page would call it. */
export interface EndpointSettings {
  /** What pages are given as `endpoint`; sessions are below it. */
  readonly url: URL;
  /** Headers that sign a user in, such as a cookie. Sent only to this route, and never printed. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What a run checks. */
export interface DoctorSettings {
  readonly credentials: Credentials;
  /** Undefined for the real service. */
  readonly baseUrl: string | undefined;
  readonly workspaceId: string;
  /** The origin of the pages that will hold the embed. */
  readonly origin: string;
  readonly endpoint: EndpointSettings | null;
  /** A path at the embed's origin that takes access tokens; null where none was given. */
  readonly embedApi: string | null;
  /** Time for each request, in ms. */
  readonly timeoutMs: number;
}

/** The command cannot run as it was called: an argument or a variable is missing or malformed. Repeats no value. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
