import type { PageKind } from '../sandboxOptions.ts';

/** Where the embed's built pages come from. */
export interface EmbedFiles {
  /** The built page that every launch starts from; null where it was not built. */
  launchPage(kind: PageKind): Promise<string | null>;
  /** A file that the pages load; null where no file has this name. */
  asset(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The file of each kind of pages, in the folder that the build makes. */
export const launchPageFiles: Readonly<Record<PageKind, string>> = { full: 'index.html', plain: 'plain.html' };
