import type { Credentials } from '@meshes-embed/node';

/** The host's own session route, as a page would call it. */
export interface EndpointSettings {
  /** What pages are given as `endpoint`: the sessions are under it. */
  readonly url: URL;
  /** What signs a user in, such as a cookie. Sent to this route alone, and never printed. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What to look at. */
export interface DoctorSettings {
  readonly credentials: Credentials;
  /** Without it the real service. */
  readonly baseUrl: string | undefined;
  readonly workspaceId: string;
  /** Of the pages that will hold the embed. */
  readonly origin: string;
  readonly endpoint: EndpointSettings | null;
  /** A path at the embed's origin that takes access tokens; null where none was named. */
  readonly embedApi: string | null;
  /** Time for each request, in ms. */
  readonly timeoutMs: number;
}
