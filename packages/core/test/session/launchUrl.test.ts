import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isLoopback, readLaunchUrl } from '../../src/session/launchUrl.ts';

const path = '/workspace/dashboard?launch=canary';

describe('taken, in the parsed form', () => {
  test.each([
    ['https', `https://embed.meshes.io${path}`, `https://embed.meshes.io${path}`, 'https://embed.meshes.io'],
    ['a port', `https://embed.example:8443${path}`, `https://embed.example:8443${path}`, 'https://embed.example:8443'],
    ['the default port', `https://embed.example:443${path}`, `https://embed.example${path}`, 'https://embed.example'],
    ['capitals', `HTTPS://Embed.Example${path}`, `https://embed.example${path}`, 'https://embed.example'],
    [
      'D4: backslashes',
      `https:\\\\embed.example\\workspace`,
      'https://embed.example/workspace',
      'https://embed.example',
    ],
    ['D4: a missing slash', `https:/embed.example${path}`, `https://embed.example${path}`, 'https://embed.example'],
    ['D4: no slashes', `https:embed.example${path}`, `https://embed.example${path}`, 'https://embed.example'],
    ['D4: an encoded host', `https://%65mbed.example${path}`, `https://embed.example${path}`, 'https://embed.example'],
    ['D6: an IPv4 address', `https://203.0.113.7${path}`, `https://203.0.113.7${path}`, 'https://203.0.113.7'],
    ['D6: a decimal IPv4 address', `https://3405803783${path}`, `https://203.0.113.7${path}`, 'https://203.0.113.7'],
    ['D6: an IPv6 address', `https://[2001:db8::0:1]${path}`, `https://[2001:db8::1]${path}`, 'https://[2001:db8::1]'],
    [
      'D7: a homograph, as what it is',
      `https://еmbed.meshes.io${path}`,
      `https://xn--mbed-u4d.meshes.io${path}`,
      'https://xn--mbed-u4d.meshes.io',
    ],
    [
      'D7: full-width letters',
      `https://ｅｍｂｅｄ.example${path}`,
      `https://embed.example${path}`,
      'https://embed.example',
    ],
    [
      'D8: blanks and newlines around',
      ` \n\thttps://embed.example${path}\r\n `,
      `https://embed.example${path}`,
      'https://embed.example',
    ],
    [
      'D8: tabs and newlines inside',
      `ht\ntps://embed\t.example${path}`,
      `https://embed.example${path}`,
      'https://embed.example',
    ],
  ])('%s', (_name, text, href, origin) => {
    expect(readLaunchUrl(text, false)).toEqual({ href, origin });
  });
});

describe('refused, with loopback allowed or not', () => {
  test.each([
    ['D1: javascript:', 'javascript:alert(1)'],
    ['D1: javascript: with newlines inside', 'java\nscript:alert(1)'],
    ['D1: javascript: with blanks before', '  javascript://embed.example/%0aalert(1)'],
    ['D1: data:', 'data:text/html,canary'],
    ['D1: blob: of the right origin', 'blob:https://embed.example/7f3a'],
    ['D1: about:', 'about:blank'],
    ['D1: about:srcdoc', 'about:srcdoc'],
    ['D1: file:', 'file:///etc/passwd'],
    ['D1: wss:', `wss://embed.example${path}`],
    ['D1: ftp:', `ftp://embed.example${path}`],
    ['D1: filesystem: of the right origin', `filesystem:https://embed.example${path}`],
    ['D1: view-source:', `view-source:https://embed.example${path}`],
    ['D2: http', `http://embed.example${path}`],
    ['D2: http to a name like loopback', `http://localhost.evil.example${path}`],
    ['D2: http to a name like loopback’s address', `http://127.0.0.1.evil.example${path}`],
    ['D2: http to the local network', `http://192.168.0.1${path}`],
    ['D2: http to any address', `http://0.0.0.0${path}`],
    ['D3: a user', `https://canary@embed.example${path}`],
    ['D3: a user and a password', `https://embed.meshes.io:canary@evil.example${path}`],
    ['D3: a password only', `https://:canary@embed.example${path}`],
    ['D3: an encoded user', `https://embed.meshes.io%2f@evil.example${path}`],
    ['D4: an encoded slash in the host', `https://embed.meshes.io%2f.evil.example${path}`],
    ['D4: no host', 'https://?launch=canary'],
    ['D5: a path', path],
    ['D5: relative', 'workspace/dashboard'],
    ['D5: protocol-relative', `//embed.example${path}`],
    ['D5: backslash-relative', `\\\\embed.example${path}`],
    ['D5: empty', ''],
    ['D5: blank', '  \n'],
    ['D5: a query', '?launch=canary'],
    ['D6: a bad IPv4 address', `https://999.999.999.999${path}`],
    ['D6: an IPv6 address without brackets', `https://2001:db8::1${path}`],
    ['D3: an empty user', `https://@embed.example${path}`],
    ['D3: an empty user and password', `https://:@embed.example${path}`],
    ['D3: an empty user after backslashes', `https:\\\\@embed.example${path}`],
    ['D3: an empty user, with a tab and a newline that a browser ignores', `https:/\t/\n@embed.example${path}`],
    ['over 8,192 characters', `https://embed.example/${'x'.repeat(8192)}`],
  ])('%s', (_name, text) => {
    for (const allowed of [false, true]) {
      const result = readLaunchUrl(text, allowed);
      expect(result).toMatch(/^(too long|not absolute|user or password|[a-z-]+:)$/);
      expect(inspect(result)).not.toContain('canary');
    }
  });
});

test('an @ after the host is part of the path, of the query or of the fragment', () => {
  const text = 'https://embed.example/@workspace?by=a@b#c@d';
  expect(readLaunchUrl(text, false)).toEqual({ href: text, origin: 'https://embed.example' });
});

test('as long as a launch URL may be', () => {
  const text = 'https://embed.example/'.padEnd(8192, 'x');
  expect(readLaunchUrl(text, false)).toEqual({ href: text, origin: 'https://embed.example' });
});

test('D2: loopback is told by the whole name', () => {
  for (const hostname of ['127.0.0.1', '[::1]', 'localhost', 'app.localhost'])
    expect(isLoopback({ hostname })).toBe(true);
  for (const hostname of ['x127.0.0.1', '127.0.0.1x', 'x[::1]', '[::1]x', 'x-localhost', 'localhost-x', '.localhost'])
    expect(isLoopback({ hostname })).toBe(false);
});

describe('D2: http on loopback, where allowed and only there', () => {
  test.each([
    ['http://localhost:4011/', 'http://localhost:4011'],
    ['http://embed.localhost:4011/', 'http://embed.localhost:4011'],
    ['http://127.0.0.1:4011/', 'http://127.0.0.1:4011'],
    ['http://127.8.9.1/', 'http://127.8.9.1'],
    ['http://2130706433/', 'http://127.0.0.1'],
    ['http://0x7f.1/', 'http://127.0.0.1'],
    ['http://[::1]:4011/', 'http://[::1]:4011'],
    ['http://[0:0:0:0:0:0:0:1]/', 'http://[::1]'],
  ])('%s', (text, origin) => {
    expect(isLoopback(new URL(text))).toBe(true);
    expect(readLaunchUrl(text, false)).toBe('http:');
    expect(readLaunchUrl(text, true)).toMatchObject({ origin });
  });
});
