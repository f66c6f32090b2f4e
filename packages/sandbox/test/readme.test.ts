import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultExamples } from '../src/faults/faultExamples.ts';
import { faultNames } from '../src/faults/readFault.ts';
import { useSandbox } from './support/testSandbox.ts';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const readme = read('../README.md');
const api = useSandbox();

describe('README', () => {
  test.each(['html', 'js'])('its %s is the one that the by-hand test runs', (language) => {
    const [, block] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme) ?? [];
    expect(block).toBe(read(`byHand/host.${language === 'js' ? 'mjs' : language}`));
  });

  test('the page by hand has at most 25 lines', () => {
    expect(read('byHand/host.html').trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });

  test('it tells of every fault, every method and every counter', () => {
    for (const name of faultNames) expect(readme).toMatch(new RegExp(`^\\| \`${name}\``, 'm'));
    const methods = Object.entries(api.sandbox).flatMap(([name, value]) =>
      typeof value === 'function' && name !== 'close' ? [name] : [],
    );
    for (const name of methods) expect(readme).toContain(`| \`${name}(`);
    for (const name of Object.keys(api.sandbox.stats()).filter((one) => one !== 'sessions'))
      expect(readme).toContain(`\`${name}\``);
  });

  test('there is an example of every fault, and each is good', () => {
    expect(faultExamples.map(({ fault }) => fault.fault)).toEqual(faultNames);
    for (const { fault } of faultExamples) expect(api.sandbox.addFault(fault)).toMatchObject(fault);
  });
});
