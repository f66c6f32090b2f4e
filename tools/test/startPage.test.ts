import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choices } from '../../apps/docs/src/choices.ts';
import { startChoices } from '../hosts/start/choices.ts';
import { startPage, stepsOf } from '../hosts/start/steps.ts';

const page = readFileSync(startPage, 'utf8');

describe('the start page, step by step', () => {
  test('each backend and each framework is followed by `npm run hosts -- start`', () => {
    expect(new Set(startChoices.map(({ backend }) => backend))).toEqual(new Set(Object.keys(choices.backend)));
    expect(new Set(startChoices.map(({ framework }) => framework))).toEqual(new Set(Object.keys(choices.framework)));
  });

  test.each(startChoices)('$backend with $framework: all files have a place, and ten commands do', (choice) => {
    const steps = stepsOf(page, choice);
    const files = steps.flatMap((step) => (step.kind === 'file' ? [step.path.split('/').at(-1)] : []));
    expect(files).toEqual(expect.arrayContaining(['.env', 'sessions.js']));
    expect(steps.filter(({ kind }) => kind === 'command').length).toBeLessThanOrEqual(10);
    expect(steps.at(-1)).toMatchObject({ kind: 'open', address: expect.stringMatching(/^http:\/\/localhost:\d+/) });
  });

  test('a block of code without a word on where it goes is no step', () => {
    const words = '```js\nlost\n```\n\nIn `app.js`:\n\n```js\nfound\n```\n\n## 4';
    expect(stepsOf(words, { backend: 'node', framework: 'react' })).toEqual([
      { kind: 'file', path: 'app.js', text: 'found' },
    ]);
  });

  test('what is for another choice is no step', () => {
    const words = '::: hono\n\n```sh\nnpm install hono\n```\n\n:::\n\n```sh\nnpm run dev\n```\n\n## 4';
    expect(stepsOf(words, { backend: 'node', framework: 'react' })).toEqual([{ kind: 'command', text: 'npm run dev' }]);
  });
});
