// cspell:ignore yourkey theyour replaceme abcabcabc abcdabcd abyourcd
import { describe, expect, test } from 'vitest';
import { placeholderIn } from '../src/client/placeholderIn.ts';

describe('a key of a template', () => {
  test.each([
    'your-secret-key-goes-here',
    'put-the-secret-key-here-your',
    'the_your_secret',
    'the-yourkey',
    'theyour-key',
    'key-of-your',
    'mk_your_access_key',
    'Your-Secret-KEY-Here-changeme',
    'change_me_change_me',
    'changeme-changeme',
    'replace_me_please',
    'replaceme-please',
    'placeholderForTheRealKey',
    'placeholder-abcdefghijk',
    'SECRET_KEY_of_the_service',
    'your-key-0123456789',
    'your-key-9876543210',
    'your-key-1111111111',
    'your-key-v2-x9',
    'your-ABCdefGhi-key',
    'xxxx-key-of-the-service',
    // Five characters besides.
    'your-key-a1b2c',
  ])('%s', (key) => {
    expect(placeholderIn(key)).toBe('it is a placeholder: words and filler of a template, and nothing random');
  });

  test.each<[string, number]>([
    ['aaaaaaaaaa', 1],
    ['mk_abcabcabc', 3],
    ['mk_000', 1],
  ])('%s, which is filler', (key, different) => {
    expect(placeholderIn(key)).toBe(`it is filler: there are only ${different} different characters in it`);
  });
});

test.each([
  'abcdabcd',
  'your-key-a1b2c3',
  'your-key-13579135791',
  'your-key-024680',
  // The word inside of another one is no reason.
  'abyourcd-key-of-service',
  'kT9Qv2-your-Lm4RzW8pYc1NfHs6Bd3JgAa7Ue5Ti0Ok_',
])('%s may be real', (key) => {
  expect(placeholderIn(key)).toBeNull();
});
