import { describe, expect, test } from 'vitest';
import { callbackNames, displaysOf, handleOf, idleView, isOption, pickOptions, settingNames, withoutOptions } from '../../src/adapter/index.ts';
import type { MeshesEmbed } from '../../src/index.ts';
import type { EmbedProblem, EmbedStatus } from '../../src/index.ts';

const problem: EmbedProblem = { code: 'ready-missing', message: '', remedy: '', userMessage: '', retryable: true, docs: '' };
const lowerCase = (name: string): string => name.toLowerCase();

describe('pickOptions', () => {
  test('names every option, with undefined for what is not given', () => {
    const options = pickOptions({ title: 'Mine', id: 'embed' });
    expect(Object.keys(options)).toEqual([...settingNames, ...callbackNames]);
    expect(options).toMatchObject({ title: 'Mine', page: undefined });
    expect(options).not.toHaveProperty('id');
  });
  test('reads them by the name that the framework gives them', () => {
    const onNavigate = (): void => {};
    expect(pickOptions({ onnavigate: onNavigate, minheight: 500 }, lowerCase)).toMatchObject({ onNavigate, minHeight: 500 });
  });
});

test('withoutOptions leaves what is no option', () => {
  expect(withoutOptions({ title: 'Mine', id: 'embed', onNavigate: () => {} })).toEqual({ id: 'embed' });
  expect(withoutOptions({ onnavigate: () => {}, onNavigate: 1 }, lowerCase)).toEqual({ onNavigate: 1 });
});

test('isOption knows an option by its own name, or by the framework\'s', () => {
  expect([isOption('onNavigate'), isOption('constructor'), isOption('onNavigate', lowerCase), isOption('onnavigate', lowerCase)]).toEqual([true, false, false, true]);
});

test.each<[EmbedStatus, boolean, boolean]>([
  ['idle', true, false],
  ['minting', true, false],
  ['launching', true, false],
  ['recovering', true, false],
  ['live', false, false],
  ['refreshing', false, false],
  ['failed', false, true],
  ['closed', false, false],
])('%s: it shows that it loads (%s), or the problem (%s)', (status, loading, shown) => {
  expect(displaysOf({ ...idleView, status, problem })).toEqual({ loading, problem: shown ? problem : null });
});

test('a handle has functions that need no this, and none that ends the embed', () => {
  const called: string[] = [];
  const names = ['refresh', 'relaunch', 'diagnose', 'getSnapshot', 'trace', 'observe', 'mount', 'update', 'destroy'];
  const embed = Object.fromEntries(names.map((name) => [name, () => called.push(name)]));
  const handle = handleOf(embed as unknown as MeshesEmbed);
  for (const act of Object.values(handle) as (() => void)[]) act();
  expect(called).toEqual(['refresh', 'relaunch', 'diagnose', 'getSnapshot', 'trace', 'observe']);
});
