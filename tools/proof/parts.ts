import { backend } from './backend.ts';
import { day } from './day.ts';
import { explore } from './explore.ts';
import { messages } from './messages.ts';
import { mutation } from './mutation.ts';
import type { ProofPart } from './part.ts';
import { supply } from './supply.ts';

/** Every part of the proof, in the order of its document. */
export const parts: readonly ProofPart[] = [explore, day, mutation, messages, backend, supply];
