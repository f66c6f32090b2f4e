import { readdirSync } from 'node:fs';
import { declareShuffled } from '../../src/scenario/order.ts';

const folder = new URL('../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));

await declareShuffled(async () => {
  // One after the other, so that their order before it is changed is the same in each process.
  for (const file of files.toSorted()) await import(new URL(file, folder).href);
}, Number(process.env['SPECS_ORDER']));
