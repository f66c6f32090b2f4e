// Builds all that the browser specs are served, once, before any of them runs.
import { buildFirst } from '../demo/buildFirst.ts';

await buildFirst('build:specs');
