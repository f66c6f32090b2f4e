import { describe, expect, test } from 'vitest';
import {
  callbackNames,
  displaysOf,
  handleOf,
  idleView,
  isOption,
  pickOptions,
  settingNames,
  withoutOptions,
} from '../../src/adapter/index.ts';
import type { MeshesEmbed } from '../../src/index.ts';
import type { EmbedProblem, EmbedStatus, EmbedTexts, EmbedView } from '../../src/index.ts';

const problem: EmbedProblem = {
  code: 'ready-missing',
  message: '',
  remedy: '',
  userMessage: '',
  retryable: true,
  final: false,
  docs: '',
};
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
    expect(pickOptions({ onnavigate: onNavigate, minheight: 500 }, lowerCase)).toMatchObject({
      onNavigate,
      minHeight: 500,
    });
  });
});

test('withoutOptions leaves what is no option', () => {
  expect(withoutOptions({ title: 'Mine', id: 'embed', onNavigate: () => {} })).toEqual({ id: 'embed' });
  expect(withoutOptions({ onnavigate: () => {}, onNavigate: 1 }, lowerCase)).toEqual({ onNavigate: 1 });
});

test("isOption knows an option by its own name, or by the framework's", () => {
  expect([
    isOption('onNavigate'),
    isOption('constructor'),
    isOption('onNavigate', lowerCase),
    isOption('onnavigate', lowerCase),
  ]).toEqual([true, false, false, true]);
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
  expect(displaysOf({ ...idleView, status, problem }, undefined)).toMatchObject({
    loading,
    problem: shown ? problem : null,
  });
});

test('an embed on screen has nothing in front of it, while another one is on its way', () => {
  expect(displaysOf({ ...idleView, status: 'minting', onScreen: true }, undefined).loading).toBe(false);
});

test('what the default loading display says, and its button', () => {
  const at = new Date(2026, 10, 29, 14, 5, 9).getTime();
  const time = new Date(at).toLocaleTimeString();
  const words = (view: Partial<EmbedView>, texts?: Partial<EmbedTexts>) => {
    const { text, tryNow } = displaysOf({ ...idleView, status: 'recovering', ...view }, texts);
    return [text, tryNow];
  };
  expect(words({})).toEqual(['Loading…', null]);
  expect(words({ slow: true })).toEqual(['This takes longer than usual.', 'Try now']);
  expect(words({ slow: true, retryAt: at })).toEqual([`This takes longer than usual. Next try at ${time}.`, 'Try now']);
  expect(words({ problem })).toEqual([`${problem.userMessage} Trying again…`, 'Try now']);
  expect(words({ problem, retryAt: at })).toEqual([`${problem.userMessage} Next try at ${time}.`, 'Try now']);
  expect(words({ problem, retryAt: at }, { nextTry: 'Um {time}.', retryNow: 'Jetzt' })).toEqual([
    `${problem.userMessage} Um ${time}.`,
    'Jetzt',
  ]);
});

test('a handle has functions that need no this, and none that ends the embed', () => {
  const called: string[] = [];
  const names = [
    'refresh',
    'relaunch',
    'goTo',
    'signOut',
    'diagnose',
    'getSnapshot',
    'trace',
    'observe',
    'mount',
    'update',
    'subscribe',
    'destroy',
  ];
  const embed = Object.fromEntries(names.map((name) => [name, () => called.push(name)]));
  const handle = handleOf(embed as unknown as MeshesEmbed);
  for (const act of Object.values(handle) as (() => void)[]) act();
  expect(called).toEqual(['refresh', 'relaunch', 'goTo', 'signOut', 'diagnose', 'getSnapshot', 'trace', 'observe']);
});
