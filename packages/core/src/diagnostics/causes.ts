import type { Cause } from './cause.ts';
import type { CauseCode } from '../problem/codes.ts';
import { findings } from './findings.ts';
import { problemCatalogue } from './problemCatalogue.ts';

/** Every cause that the toolkit can name: of the embed's own problems, and of what only a look at the page finds. */
export const causes: Readonly<Record<CauseCode, Cause>> = { ...problemCatalogue, ...findings };
