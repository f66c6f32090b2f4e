// Prints how fast the toolkit is, each time as a ratio to the plain way in the same run: machines differ, ratios less.
import { chromiumArguments } from '@meshes-embed/conformance/chromium-arguments';
import { createMeshesClient } from '@meshes-embed/node';
import { startSandbox } from '@meshes-embed/sandbox';
import { chromium } from 'playwright';
import { measureBackend } from './benchmark/backend/measureBackend.ts';
import { raceLaunches } from './benchmark/launches.ts';
import { raceMints } from './benchmark/mints.ts';
import { measureStays } from './benchmark/stays.ts';
import { scrubLongTrace } from './benchmark/scrubbing.ts';
import { ensureBrowser } from './browsers.ts';
import { buildFirst } from './workspace/buildFirst.ts';
import { alignedTable } from './workspace/alignedTable.ts';

// First, while nothing else is at work here.
const backend = await measureBackend();
console.log(
  alignedTable([
    ['backend, of a plain client that signs each call', 'ratio', 'target', ''],
    ...backend.map(({ title, value, target = '', met }) => [
      title,
      value.toFixed(2),
      target,
      met === false ? 'missed' : '',
    ]),
  ]),
);
console.log('');

await buildFirst();
const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
const client = createMeshesClient({ ...sandbox, baseUrl: sandbox.apiUrl });
const browser = await chromium.launch({ executablePath: await ensureBrowser('chromium'), args: chromiumArguments });
try {
  const launches = await raceLaunches(sandbox, client, browser, 30);
  const mints = await raceMints(sandbox, client, 300);
  const rows = [
    ['from script to posted token', launches.get('/by-hand')!, launches.get('/toolkit')!],
    ['one mint', mints.get('bare fetch')!, mints.get('client')!],
  ] as const;
  console.log(
    alignedTable([
      ['median, ms', 'by hand', 'toolkit', 'ratio'],
      ...rows.map(([title, plain, ours]) => [title, plain.toFixed(1), ours.toFixed(1), (ours / plain).toFixed(2)]),
    ]),
  );
  const { emptyFrames, changes, change, launch, back } = await measureStays(sandbox, client, browser, 20);
  console.log(
    `\n${changes} changes of the page, ${change.toFixed(1)} ms each: ${emptyFrames} frames without an embed on screen`,
  );
  console.log(
    `back from a hidden Activity: ${back.toFixed(1)} ms, of a fresh launch in ${launch.toFixed(1)} ms: ${(back / launch).toFixed(3)}`,
  );
  const { perSecond, longest } = await scrubLongTrace(browser, 600);
  console.log(
    `\nscrubbing a trace of 10,000 steps: ${perSecond.toFixed(0)} frames a second, the longest took ${longest.toFixed(0)} ms`,
  );
} finally {
  await browser.close();
  await sandbox.close();
}
