import type { CauseCode } from '@meshes-embed/core/diagnostics';

/** How a problem is made to happen in a live example. */
export interface Demonstration {
  /** What the button does, and what will be seen. */
  readonly says: string;
}

/** Those problems that the live example can make happen. */
export const demonstrations: Readonly<Partial<Record<CauseCode, Demonstration>>> = {};
