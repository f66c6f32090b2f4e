import { startEngine, type EngineName } from '../../../src/engines/startEngine.ts';

// Starts an engine with a page, and never closes it. Says when it is there; dies of an error when it is told to.
const engine = await startEngine(process.argv[2] as EngineName);
const page = await engine.newPage();
process.stdin.once('data', () => {
  throw new Error('thrown where no one catches it');
});
console.log(`ready ${await page.evaluate(() => document.readyState)}`);
