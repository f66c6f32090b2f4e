import type { MeshesApiError, MeshesClient, MintedSession } from '@meshes-embed/node';
import type { PageAnswer } from './endpoint/askAsPage.ts';
import type { SessionLedger } from './sessionLedger.ts';
import type { DoctorSettings } from './settings.ts';
import type { Web, WebAnswer } from './web.ts';
import type { Exchange } from './watchedFetch.ts';

/** What earlier checks learned, for later ones; nothing is asked for twice. */
export interface Facts {
  /** Why the listing was refused, or null where it was answered. */
  listing?: MeshesApiError | null;
  minted?: MintedSession;
  /** Headers of the page that the launch URL opened. */
  launched?: Headers;
  /** The token that a refresh brought. */
  newerToken?: string;
  /** What the host's route answered to a page where no one is signed in. */
  anonymous?: WebAnswer;
  /** What it answered to a page of a foreign origin. */
  foreign?: PageAnswer;
  /** What it answered to a signed-in page of the host's own. */
  own?: PageAnswer;
}

/** What the checks share. */
export interface Examination {
  readonly settings: DoctorSettings;
  /** Sends each call once, so that what fails in passing is seen. To be called only once the credentials passed. */
  client(): MeshesClient;
  /** What the management API answered so far. */
  readonly exchanges: readonly Exchange[];
  readonly web: Web;
  readonly sessions: SessionLedger;
  readonly facts: Facts;
  /** Aborts when the person at the keyboard has enough. */
  readonly signal: AbortSignal;
}
