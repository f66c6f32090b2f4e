import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGrants, type GrantClaim } from '../src/handler/grant.ts';
import { lazyGrantKeys, secretOfCredentials } from '../src/handler/grantKeys.ts';
import { credentials, otherWorkspace, START, workspace } from './fixtures.ts';
import { createTestClock } from './testClock.ts';

const claim: GrantClaim = { sessionId: 'ses_1', subject: 'acme-admin', workspaceId: workspace };
const DAY_S = 86_400;

function grantsWith(...secrets: string[]) {
  return createGrants(lazyGrantKeys(secrets.map((secret) => ({ secret, salt: 'test' }))), DAY_S, createTestClock());
}

const claims = fc.record({
  sessionId: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
  subject: fc.string({ minLength: 1, maxLength: 255 }),
  workspaceId: fc.uuid(),
});

describe('a grant', () => {
  test('proves what it was signed for', async () => {
    const grants = grantsWith('one');
    await fc.assert(fc.asyncProperty(claims, async (any) => {
      expect(await grants.verify(await grants.sign(any), any)).toBe(true);
    }));
  });

  test('proves nothing else', async () => {
    const grants = grantsWith('one');
    await fc.assert(
      fc.asyncProperty(claims, claims, async (one, other) => {
        fc.pre(one.sessionId !== other.sessionId || one.subject !== other.subject || one.workspaceId !== other.workspaceId);
        expect(await grants.verify(await grants.sign(one), other)).toBe(false);
      }),
    );
  });

  test.each([{ sessionId: 'ses_2' }, { subject: 'acme-member' }, { workspaceId: otherWorkspace }, { sessionId: 'ses_1","acme-admin', subject: '' }])('does not pass for %j', async (differing) => {
    const grants = grantsWith('one');
    expect(await grants.verify(await grants.sign(claim), { ...claim, ...differing })).toBe(false);
  });

  test('is broken by any change of any character', async () => {
    const grants = grantsWith('one');
    const grant = await grants.sign(claim);
    await fc.assert(
      fc.asyncProperty(fc.nat(grant.length - 1), fc.constantFrom(...'ABCxyz019_-.'), async (at, character) => {
        fc.pre(grant[at] !== character);
        expect(await grants.verify(grant.slice(0, at) + character + grant.slice(at + 1), claim)).toBe(false);
      }),
    );
  });

  test('never throws, and never holds, for text from elsewhere', async () => {
    const grants = grantsWith('one');
    const alike = fc.stringMatching(/^\d{10,12}\.[A-Za-z0-9_-]{43}$/);
    await fc.assert(fc.asyncProperty(fc.oneof(fc.anything(), alike), async (any) => {
      expect(await grants.verify(any, claim)).toBe(false);
    }));
  });

  test('shows neither subject nor workspace nor session', async () => {
    const grant = await grantsWith('one').sign(claim);
    const shown = grant + Buffer.from(grant.split('.')[1] as string, 'base64url').toString('latin1');
    for (const value of Object.values(claim)) expect(shown).not.toContain(value);
  });

  test('ends with its life', async () => {
    const clock = createTestClock();
    const grants = createGrants(lazyGrantKeys([{ secret: 'one', salt: 'test' }]), 300, clock);
    const grant = await grants.sign(claim);
    clock.advance(299_999);
    expect(await grants.verify(grant, claim)).toBe(true);
    clock.advance(1);
    expect(await grants.verify(grant, claim)).toBe(false);
    expect(Number(grant.split('.')[0])).toBe(START / 1000 + 300);
  });

  test('keys rotate: the first one signs, all verify', async () => {
    const before = grantsWith('old');
    const during = grantsWith('new', 'old');
    const after = grantsWith('new');
    expect(await during.verify(await before.sign(claim), claim)).toBe(true);
    expect(await after.verify(await during.sign(claim), claim)).toBe(true);
    expect(await after.verify(await before.sign(claim), claim)).toBe(false);
  });

  test('every replica with the same machine key has the same grant key, and no other has', async () => {
    const replica = (differing: object) => createGrants(lazyGrantKeys([secretOfCredentials({ ...credentials, ...differing })]), DAY_S, createTestClock());
    const grant = await replica({}).sign(claim);
    expect(await replica({}).verify(grant, claim)).toBe(true);
    expect(await replica({ secretKey: `${credentials.secretKey}x` }).verify(grant, claim)).toBe(false);
    expect(await replica({ accessKey: `${credentials.accessKey}x` }).verify(grant, claim)).toBe(false);
  });

  test('G9: what is compared is compared by the platform, in constant time', async () => {
    const compared: BufferSource[] = [];
    const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
    const grants = createGrants(async () => [key], DAY_S, createTestClock());
    const grant = await grants.sign(claim);
    const verify = crypto.subtle.verify.bind(crypto.subtle);
    Object.defineProperty(crypto.subtle, 'verify', {
      configurable: true,
      value: (...given: Parameters<typeof verify>) => {
        compared.push(given[2]);
        return verify(...given);
      },
    });
    try {
      expect(await grants.verify(grant, claim)).toBe(true);
      expect(await grants.verify(grant, { ...claim, subject: 'acme-member' })).toBe(false);
    } finally {
      Reflect.deleteProperty(crypto.subtle, 'verify');
    }
    expect(compared).toHaveLength(2);
  });
});

type BufferSource = Parameters<typeof crypto.subtle.verify>[2];
