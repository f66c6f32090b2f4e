import { describe, expect, test } from 'vitest';
import { frameAncestorsOf, isAllowed } from '../src/shared/frameAncestors.ts';

const appOrigin = 'https://app.example.com';
const embedOrigin = 'https://embed.meshes.io';
const admitted = (policy: string, origin = appOrigin) =>
  isAllowed(frameAncestorsOf(new Headers({ 'content-security-policy': policy })), origin, embedOrigin);

describe('frame-ancestors as browsers match it', () => {
  test.each([
    '*',
    'https:',
    'http:',
    appOrigin,
    'HTTPS://APP.EXAMPLE.COM',
    'app.example.com',
    'http://app.example.com',
    'https://*.example.com',
    '*.example.com:443',
    'https://app.example.com:443',
    'https://app.example.com:*',
    "https://other.example.com https://app.example.com 'self'",
  ])('%s admits', (sources) => {
    expect(admitted(`default-src 'none'; frame-ancestors ${sources}; base-uri 'none'`)).toBe(true);
  });

  test.each([
    "'none'",
    "'self'",
    '',
    'wss:',
    'https://example.com',
    'https://*.app.example.com',
    'https://app.example.com.evil.example',
    'https://app.example.com:8443',
    'https://evilapp.example.com',
    'ftp://app.example.com',
    'app.example',
  ])('%s does not', (sources) => {
    expect(admitted(`frame-ancestors ${sources}`)).toBe(false);
  });

  test('scheme and port count', () => {
    expect(admitted('frame-ancestors https://localhost:5173', 'http://localhost:5173')).toBe(false);
    expect(admitted('frame-ancestors http://localhost:5173', 'http://localhost:5173')).toBe(true);
    expect(admitted('frame-ancestors http://localhost', 'http://localhost:5173')).toBe(false);
    expect(admitted("frame-ancestors 'self'", embedOrigin)).toBe(true);
  });

  test('of several policies each has to admit; of a directive that stands twice the first counts', () => {
    expect(admitted(`frame-ancestors ${appOrigin}, frame-ancestors 'none'`)).toBe(false);
    expect(admitted(`frame-ancestors ${appOrigin}, default-src 'none'`)).toBe(true);
    expect(admitted(`frame-ancestors ${appOrigin}; frame-ancestors 'none'`)).toBe(true);
  });
});
