import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawCharts } from '../charts/drawCharts.ts';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';

/** The charts in docs/ are what the machines draw now. */
export async function checkCharts(): Promise<CheckResult> {
  const drawn = [...(await drawCharts())];
  return resultOf(
    drawn.map(([path, text]) => {
      const file = join(root, 'docs', path);
      const found = existsSync(file) ? readFileSync(file, 'utf8') : null;
      return found === text
        ? null
        : `docs/${path} is stale: the machine has changed since; npm run charts draws it again`;
    }),
  );
}
