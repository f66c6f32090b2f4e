export { formatSpecs } from './formatSpecs.ts';
export type { SpecResult } from './specResult.ts';
