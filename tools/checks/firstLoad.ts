import { brotliCompressSync } from 'node:zlib';
import { firstLoadBudget, recipes } from '../firstLoad.ts';
import { alignedTable } from '../workspace/alignedTable.ts';
import { bundle } from '../workspace/bundle.ts';
import { type CheckResult, resultOf } from './check.ts';

/** What an app loads first that loads the toolkit only when it is needed: the entry, without the chunks behind it. */
export async function checkFirstLoad(): Promise<CheckResult> {
  const rows = [['first load', 'bytes', 'budget']];
  const messages: (string | null)[] = [];
  for (const { title, code, external } of recipes) {
    const { entry, modules } = await bundle(code, [...external]);
    const bytes = brotliCompressSync(entry).length;
    rows.push([title, String(bytes), String(firstLoadBudget)]);
    messages.push(
      bytes <= firstLoadBudget
        ? null
        : `${title}: ${bytes} bytes are loaded first, and the budget is ${firstLoadBudget}`,
      modules.some((module) => module.includes('xstate')) ? null : `${title}: the toolkit is in no chunk`,
    );
  }
  console.log(alignedTable(rows));
  return resultOf(messages);
}
