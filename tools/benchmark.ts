// Prints how fast the toolkit is, each time as a ratio to the plain way in the same run: machines differ, ratios less.
import { chromiumArguments } from '@meshes-embed/conformance/chromium-arguments';
import { createMeshesClient } from '@meshes-embed/node';
import { startSandbox } from '@meshes-embed/sandbox';
import { chromium, firefox } from 'playwright';
import { writeFileSync } from 'node:fs';
import { measureBackend } from './benchmark/backend/measureBackend.ts';
import { measureBystanders } from './benchmark/bystanders.ts';
import { measureInstants } from './benchmark/instants.ts';
import { raceLaunches } from './benchmark/launches.ts';
import { raceMints } from './benchmark/mints.ts';
import { measureStays } from './benchmark/stays.ts';
import { scrubLongTrace } from './benchmark/scrubbing.ts';
import { cellsOf, speedDocument, writeSpeedDocument, type Figure } from './benchmark/speedDocument.ts';
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
  const launches = await raceLaunches(sandbox, client, browser, { rounds: 30, latencyMs: 0 });
  const slowLaunches = await raceLaunches(sandbox, client, browser, { rounds: 30, latencyMs: 150 });
  const mints = await raceMints(sandbox, client, 300);
  const rows = [
    ['from script to posted token', launches.get('/by-hand')!, launches.get('/toolkit')!],
    ['the same, 150 ms of backend', slowLaunches.get('/by-hand')!, slowLaunches.get('/toolkit')!],
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
  const { message, left } = await measureBystanders(browser);
  const figures: Figure[] = [
    { what: 'mount to live, of the quickstart page (0 ms)', value: rows[0][2] / rows[0][1], atMost: 1 },
    { what: 'mount to live, of the quickstart page (150 ms)', value: rows[1][2] / rows[1][1], atMost: 1 },
    { what: 'back from a hidden React Activity, of a fresh launch', value: back / launch, atMost: 0.05 },
    { what: 'a message that is no embed’s, on a page of one', value: message.get(1)!, unit: 'µs', atMost: 2 },
    { what: 'a message that is no embed’s, on a page of 20', value: message.get(20)!, unit: 'µs', atMost: 4 },
    { what: 'heap left by 1,000 mounts and unmounts', value: left.bytes / 1e6, unit: 'MB', atMost: 0.1 },
    { what: 'listeners left by them', value: left.listeners, atMost: 0 },
    { what: 'documents left by them', value: left.documents, atMost: 0 },
  ];
  const foxes = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: await ensureBrowser('firefox'),
  });
  try {
    for (const [name, engine, target] of [
      ['Chromium', browser, 0.1],
      ['Firefox', foxes, 0.05],
    ] as const)
      for (const latencyMs of [0, 150]) {
        const instants = await measureInstants(sandbox, client, engine, { rounds: 15, latencyMs });
        const where = `${name}, ${latencyMs} ms`;
        figures.push(
          {
            what: `back to a parked embed, of a fresh launch (${where})`,
            value: instants.parked / instants.launch,
            atMost: target,
          },
          {
            what: `shown after preload, of a fresh launch (${where})`,
            value: instants.preloaded / instants.launch,
            atMost: 0.15,
          },
        );
      }
    const browsers = `Chromium ${browser.version()}, Firefox ${foxes.version()}`;
    writeFileSync(speedDocument, writeSpeedDocument(figures, browsers, new Date()));
  } finally {
    await foxes.close();
  }
  console.log(`\n${alignedTable(figures.map(cellsOf))}`);

  const { perSecond, longest } = await scrubLongTrace(browser, 600);
  console.log(
    `\nscrubbing a trace of 10,000 steps: ${perSecond.toFixed(0)} frames a second, the longest took ${longest.toFixed(0)} ms`,
  );
} finally {
  await browser.close();
  await sandbox.close();
}
