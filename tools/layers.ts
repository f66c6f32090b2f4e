import type { Check } from './checks/check.ts';
import { checkApiReports } from './checks/apiReports.ts';
import { checkBrowserBundles } from './checks/browserBundles.ts';
import { checkDemo } from './checks/demo.ts';
import { checkFolderCycles } from './checks/folderCycles.ts';
import { checkHostsOfHandler } from './checks/hosts.ts';
import { checkHostsDocument } from './checks/hostsDocument.ts';
import { checkKeptResults } from './checks/keptResults.ts';
import { checkNumberedCases } from './checks/numberedCases.ts';
import { checkPackageShapes } from './checks/packageShapes.ts';
import { checkPacked } from './checks/packed.ts';
import { checkParity } from './checks/parity.ts';
import { checkReadmeBlocks, checkSvelteBlocks } from './checks/readme.ts';
import { checkServerRendering } from './checks/serverRendering.ts';
import { checkFirstLoad } from './checks/firstLoad.ts';
import { checkSiteSize } from './checks/siteSize.ts';
import { checkSizes } from './checks/sizes.ts';
import { checkSourceMaps } from './checks/sourceMaps.ts';
import { checkSpelling, checkWords } from './checks/words.ts';
import { runBrowserSpecs } from './checks/browserSpecs.ts';
import { checkDependencies, checkFormat, runLint } from './checks/lint.ts';
import { runUnitTests } from './checks/unitTests.ts';
import { runTurbo } from './workspace/runTurbo.ts';

/** A group of checks that can be run by itself: `npm test -- <name>`. */
export interface Layer {
  name: string;
  /** What it looks at, in a few words. */
  title: string;
  checks: Check[];
}

/** Everything that `npm test` looks at, the quickest answers first. */
export const layers: Layer[] = [
  {
    name: 'lint',
    title: 'oxfmt, oxlint, knip, cspell, phrases, what kept results depend on, and numbered cases',
    checks: [
      { title: 'oxfmt', run: checkFormat },
      { title: 'oxlint', run: runLint },
      { title: 'knip', run: checkDependencies },
      { title: 'no folders import each other', run: checkFolderCycles },
      { title: 'cspell', run: checkSpelling },
      { title: 'phrases, sleeps, addresses and large files', run: checkWords },
      { title: 'what is kept depends on what it uses', run: checkKeptResults },
      { title: 'each numbered case has a test', run: checkNumberedCases },
    ],
  },
  {
    name: 'types',
    title: 'the TypeScript compiler over every package',
    checks: [{ title: 'typecheck', run: () => runTurbo('typecheck') }],
  },
  {
    name: 'build',
    title: 'builds, the shape of the packed packages, and what they export',
    checks: [
      { title: 'build', run: () => runTurbo('build') },
      { title: 'the site of the documents', run: () => runTurbo('build:site') },
      { title: 'publint and Are The Types Wrong', run: checkPackageShapes },
      { title: 'source maps', run: checkSourceMaps },
      { title: 'API reports', run: checkApiReports },
    ],
  },
  {
    name: 'sizes',
    title: 'byte budgets, and what may be in a browser bundle',
    checks: [
      { title: 'byte budgets', run: checkSizes },
      { title: 'what is loaded first where the toolkit is loaded later', run: checkFirstLoad },
      { title: 'the first load of the site', run: checkSiteSize },
      { title: 'E8: browser bundles', run: checkBrowserBundles },
    ],
  },
  {
    name: 'packed',
    title: 'the packed packages, run by the oldest supported Node; the session handler in some of its hosts',
    checks: [
      { title: 'packed packages', run: checkPacked },
      { title: '3.17: the session handler in its hosts', run: checkHostsOfHandler },
    ],
  },
  {
    name: 'server-rendering',
    title: 'Next, Nuxt and SvelteKit with the packed packages: markup, hydration, and live in a browser',
    checks: [{ title: 'server-rendered apps', run: checkServerRendering }],
  },
  { name: 'unit', title: 'Vitest in every package', checks: [{ title: 'Vitest', run: runUnitTests }] },
  {
    name: 'browser',
    title: 'the demo; the scenarios over every sample app in every engine, and what must not be trusted',
    checks: [
      { title: 'the demo starts and stops', run: checkDemo },
      { title: 'Playwright', run: runBrowserSpecs },
    ],
  },
  {
    name: 'docs',
    title: 'code in the documents, and parity of the sample apps',
    checks: [
      { title: 'TypeScript and Vue blocks compile', run: checkReadmeBlocks },
      { title: 'Svelte blocks compile', run: checkSvelteBlocks },
      { title: 'parity', run: checkParity },
      { title: 'the apps of the hosts', run: checkHostsDocument },
    ],
  },
];
