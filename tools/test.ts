// `npm test`: every layer in order, or the ones named, and one last line that counts what held and what did not.
import type { CheckResult } from './checks/check.ts';
import { layers, type Layer } from './layers.ts';
import { alignedTable } from './workspace/alignedTable.ts';
import { stopCommandsAtSignals } from './workspace/runCommand.ts';

interface LayerResult extends CheckResult {
  layer: Layer;
  /** How long it took, in milliseconds. */
  duration: number;
}

const chosen = process.argv.slice(2);
const known = layers.map(({ name }) => name);
const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown layer ${unknown.join(', ')}. Known, in their order:\n`);
  console.error(alignedTable(layers.map(({ name, title }) => [`  ${name}`, title])));
  process.exit(1);
}

stopCommandsAtSignals();

async function runLayer(layer: Layer): Promise<LayerResult> {
  const start = performance.now();
  const total: CheckResult = { passed: 0, failures: [] };
  for (const check of layer.checks) {
    console.log(`\n── ${layer.name}: ${check.title} ──`);
    const { passed, failures } = await check.run().catch((error: unknown) => ({
      passed: 0,
      failures: [`${check.title} could not be carried out: ${error instanceof Error ? error.message : String(error)}`],
    }));
    total.passed += passed;
    total.failures.push(...failures);
    for (const failure of failures) console.log(`✗ ${failure}`);
    if (failures.length === 0) console.log(`✓ ${passed} passed`);
  }
  return { ...total, layer, duration: performance.now() - start };
}

const results: LayerResult[] = [];
for (const layer of layers) {
  if (chosen.length === 0 || chosen.includes(layer.name)) results.push(await runLayer(layer));
}

console.log('\n── summary ──');
console.log(
  alignedTable([
    ['layer', 'passed', 'failed', 'seconds'],
    ...results.map(({ layer, passed, failures, duration }) => [
      layer.name,
      String(passed),
      String(failures.length),
      (duration / 1000).toFixed(1),
    ]),
  ]),
);
const failures = results.flatMap(({ layer, failures: own }) => own.map((failure) => `${layer.name}: ${failure}`));
if (failures.length > 0) console.log(`\n${failures.map((failure) => `✗ ${failure}`).join('\n')}`);

const passed = results.reduce((sum, result) => sum + result.passed, 0);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);
