import { readFileSync } from 'node:fs';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../browsers.ts';
import { followPage } from './followPage.ts';
import { atFreePorts } from './freedPorts.ts';
import { startPackedRegistry } from './packedRegistry.ts';
import { type Choice, startPage, stepsOf } from './steps.ts';

/** A new user needs no more commands than these. */
const mostCommands = 10;

/** Follows the start page by its own words from an empty folder, once for each choice. Prints a line for each. */
export async function followPages(choices: readonly Choice[]): Promise<{ live: number; faults: string[] }> {
  const page = readFileSync(startPage, 'utf8');
  await ensureBrowser('chromium');
  const registry = await startPackedRegistry();
  const browser = await chromium.launch(chromiumLaunch);
  const faults: string[] = [];
  let live = 0;
  try {
    for (const choice of choices) {
      const title = `${choice.backend} with ${choice.framework}`;
      try {
        const steps = await atFreePorts(stepsOf(page, choice));
        const { commands, seconds, complaints } = await followPage(steps, choice, registry.npmrc, browser);
        live += 1;
        console.log(`${title}: live after ${commands} commands and ${seconds} s`);
        if (commands > mostCommands) faults.push(`${title}: ${commands} commands, and ${mostCommands} should do`);
        faults.push(...complaints.map((complaint) => `${title}: the console says: ${complaint}`));
      } catch (error) {
        console.log(`${title}: not live`);
        faults.push(`${title}: ${(error as Error).message}`);
      }
    }
  } finally {
    await browser.close();
    registry.close();
  }
  return { live, faults };
}
