import { day } from './day.ts';
import { explore } from './explore.ts';
import type { ProofPart } from './part.ts';

/** Every part of the proof, in the order of its document. */
export const parts: readonly ProofPart[] = [explore, day];
