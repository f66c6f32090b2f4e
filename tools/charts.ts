// Draws the charts of docs/ again, from the machines.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawCharts } from './charts/drawCharts.ts';
import { root } from './workspace/paths.ts';

for (const [path, text] of await drawCharts()) {
  writeFileSync(join(root, 'docs', path), text);
  console.log(`docs/${path}`);
}
