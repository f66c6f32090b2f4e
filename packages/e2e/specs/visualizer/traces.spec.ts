import type { TraceEvent } from '@meshes-embed/core';
import { readTrace } from '@meshes-embed/core/inspect';
import { readFileSync } from 'node:fs';
import { expect, golden, test } from '../../src/visualizer/visualizerTest.ts';

const gaveUp = golden('h3-ready-never-comes-it-gives-up-and-may-be-tried-again');
const asFile = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('a recorded trace: each step shows its moment, back and forth', async ({ visit }) => {
  const visualizer = await visit('recorded');
  await visualizer.page.getByTestId('trace-file').setInputFiles(gaveUp);
  const trace = JSON.parse(readFileSync(gaveUp, 'utf8')) as TraceEvent[];
  await expect(visualizer.find('step-count')).toHaveText(`${trace.length} steps`);
  const failed = trace.findIndex(({ name }) => name === 'failed');
  await visualizer.find('scrubber').fill(String(failed));
  await visualizer.expectActive('failed');
  await visualizer.find('step-back').click();
  await expect(visualizer.find('scrub-text')).toContainText(`step ${failed - 1}`);
  await visualizer.expectActive('launching', 'launching.opening');
  await visualizer.find('step-forth').click();
  await visualizer.expectActive('failed');
  await expect(visualizer.state('launching.opening').locator('.transition.taken').first()).toHaveAttribute(
    'data-event',
    'DEADLINE',
  );
  await visualizer.find('steps').press('End');
  await visualizer.expectActive('live');
  await visualizer.find('steps').press('Home');
  await visualizer.expectActive('idle');
});

test('steps are filtered by kind and searched', async ({ visit }) => {
  const visualizer = await visit('recorded');
  await visualizer.page.getByTestId('trace-file').setInputFiles(gaveUp);
  await visualizer.expectSteps('ready-missing', ...Array.from({ length: 3 }, () => 'ready-missing'));
  await visualizer.page.locator('main:not([hidden]) .kind[data-kind="problem"]').click();
  await expect(visualizer.find('step-count')).toContainText('0 of');
});

test('a saved trace opens again as it was', async ({ visit }) => {
  const visualizer = await visit('recorded');
  await visualizer.page.getByTestId('trace-file').setInputFiles(gaveUp);
  await visualizer.page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => Object.assign(window, { saved: text }));
      return make(blob);
    };
  });
  await visualizer.find('save').click();
  await visualizer.page.waitForFunction(() => 'saved' in window);
  const saved = await visualizer.page.evaluate(() => (window as unknown as { saved: string }).saved);
  expect(readTrace(saved)).toEqual(readTrace(readFileSync(gaveUp, 'utf8')));
  expect(saved.split('\n')[1]).toContain('nothing needs to be taken out before this is shared');
  await visualizer.page.getByTestId('trace-file').setInputFiles(asFile('saved.trace.json', saved));
  await expect(visualizer.find('trace-name')).toHaveText('saved.trace.json');
});

test('a file that is no trace, and one of another release, get a clear message', async ({ visit }) => {
  const visualizer = await visit('recorded');
  await visualizer.page.getByTestId('trace-file').setInputFiles(asFile('notes.json', 'not a trace'));
  await expect(visualizer.find('trace-file-fault')).toContainText('notes.json cannot be opened. trace: expected JSON');
  await visualizer.page.getByTestId('trace-file').setInputFiles(asFile('next.json', JSON.stringify([{ version: 2 }])));
  await expect(visualizer.find('trace-file-fault')).toContainText('another release wrote this trace');
});

test('two traces: the first difference is found and shown, and the same is the same', async ({ visit }) => {
  const visualizer = await visit('compare');
  await visualizer.page.getByTestId('left-file').setInputFiles(golden('ready-comes-late'));
  await visualizer.page.getByTestId('right-file').setInputFiles(golden('ready-comes-twice'));
  await expect(visualizer.find('verdict')).toContainText('They part at step 7.');
  await expect(visualizer.find('difference')).toContainText('right: embed → host meshes:ready');
  await expect(visualizer.find('compare-left').locator('.step.marked .step-name')).toHaveText('meshes:navigate');
  await expect(visualizer.find('compare-right').locator('.step.marked .step-name')).toHaveText('meshes:ready');
  await visualizer.page.getByTestId('right-file').setInputFiles(golden('ready-comes-late'));
  await expect(visualizer.find('verdict')).toHaveText(/^They are the same, all \d+ steps\.$/);
});
