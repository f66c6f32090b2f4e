import * as nodeCrypto from 'node:crypto';
import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createGrants, type GrantClaim } from '../src/handler/grants.ts';
import { lazyGrantKeys, secretOfCredentials, secretOfGrantKey } from '../src/handler/grantKeys.ts';
import { deriveMacKey } from '../src/handler/macKey.ts';
import earlier from './corpus/grants.json' with { type: 'json' };
import { credentials, otherWorkspace, startMs, workspace } from './fixtures.ts';
import { createTestClock } from './testClock.ts';

const claim: GrantClaim = { sessionId: 'ses_1', subject: 'acme-admin', workspaceId: workspace };
const daySeconds = 86_400;

function grantsWith(...secrets: string[]) {
  return createGrants(
    lazyGrantKeys(() => ({ own: null, given: secrets.map(secretOfGrantKey) })),
    daySeconds,
    createTestClock(),
  );
}

/** A replica with a machine key, and perhaps with `grantKeys`. */
function replica(differing: object = {}, ...grantKeys: string[]) {
  return createGrants(
    lazyGrantKeys(() => ({
      own: secretOfCredentials({ ...credentials, ...differing }),
      given: grantKeys.map(secretOfGrantKey),
    })),
    daySeconds,
    createTestClock(),
  );
}

const claims = fc.record({
  sessionId: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
  subject: fc.string({ minLength: 1, maxLength: 255 }),
  workspaceId: fc.uuid(),
});

describe('a grant', () => {
  test('proves what it was signed for', async () => {
    const grants = grantsWith('one');
    await fc.assert(
      fc.asyncProperty(claims, async (any) => {
        expect(await grants.verify(await grants.sign(any), any)).toBe(true);
      }),
    );
  });

  test('proves nothing else', async () => {
    const grants = grantsWith('one');
    await fc.assert(
      fc.asyncProperty(claims, claims, async (one, other) => {
        fc.pre(
          one.sessionId !== other.sessionId || one.subject !== other.subject || one.workspaceId !== other.workspaceId,
        );
        expect(await grants.verify(await grants.sign(one), other)).toBe(false);
      }),
    );
  });

  test.each([
    { sessionId: 'ses_2' },
    { subject: 'acme-member' },
    { workspaceId: otherWorkspace },
    { sessionId: 'ses_1","acme-admin', subject: '' },
  ])('does not pass for %j', async (differing) => {
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

  test('has one spelling: none with other unused bits, with more around it, or as something else that turns into it', async () => {
    const grants = grantsWith('one');
    const grant = await grants.sign(claim);
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = digits.indexOf(grant.at(-1)!);
    const alike = [0, 1, 2, 3].map((bits) => digits[(last & ~3) | bits]!).filter((digit) => digit !== grant.at(-1));
    const others = [
      ...alike.map((digit) => grant.slice(0, -1) + digit),
      `1${grant}`,
      `x${grant}`,
      ` ${grant}`,
      `${grant}x`,
      `${grant}.`,
      `${grant}\n`,
      [grant],
      { toString: () => grant },
      // oxlint-disable-next-line no-new-wrappers -- Boxed text is no text.
      new String(grant),
    ];
    for (const other of others) expect(await grants.verify(other, claim)).toBe(false);
    expect(await grants.verify(grant, claim)).toBe(true);
  });

  test('without the signature of the machine key does not hold where only that is known, and nothing is thrown', async () => {
    expect(await replica().verify(await grantsWith('one').sign(claim), claim)).toBe(false);
    expect(await grantsWith('one').verify(await replica().sign(claim), claim)).toBe(false);
  });

  test('of an earlier release is one: what is signed, and by which keys, stays the same', async () => {
    expect(await replica().sign(claim)).toBe(earlier.ofMachineKey);
    expect(await replica({}, 'one').sign(claim)).toBe(earlier.ofBoth);
    const capitals = { ...claim, workspaceId: claim.workspaceId.toUpperCase() };
    const organizationId = credentials.organizationId.toUpperCase();
    expect(await replica({ organizationId }).sign(capitals)).toBe(earlier.ofMachineKey);
  });

  test('is signed with keys that no one can take out', async () => {
    const { own, given } = await lazyGrantKeys(() => ({
      own: secretOfCredentials(credentials),
      given: [secretOfGrantKey('one')],
    }))();
    // Neither a field nor text of a key shows its bytes.
    for (const key of [own, ...given]) {
      expect(Object.values(key as object).every((value) => typeof value === 'function')).toBe(true);
      expect(inspect(key, { depth: 5, showHidden: true })).not.toMatch(/<[\da-f ]{30,}|Uint8Array/);
    }
  });

  test('never throws, and never holds, for text from elsewhere', async () => {
    const grants = grantsWith('one');
    const alike = fc.stringMatching(/^\d{10,12}\.[A-Za-z0-9_-]{43}$/);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), alike), async (any) => {
        expect(await grants.verify(any, claim)).toBe(false);
      }),
    );
  });

  test('shows neither subject nor workspace nor session', async () => {
    const grant = await grantsWith('one').sign(claim);
    const shown = grant + Buffer.from(grant.split('.').join(''), 'base64url').toString('latin1');
    for (const value of Object.values(claim)) expect(shown).not.toContain(value);
  });

  test('ends with its life', async () => {
    const clock = createTestClock();
    const grants = createGrants(
      lazyGrantKeys(() => ({ own: null, given: [secretOfGrantKey('one')] })),
      300,
      clock,
    );
    const grant = await grants.sign(claim);
    clock.advance(299_999);
    expect(await grants.verify(grant, claim)).toBe(true);
    clock.advance(1);
    expect(await grants.verify(grant, claim)).toBe(false);
    expect(Number(grant.split('.')[0])).toBe(startMs / 1000 + 300);
  });

  test('keys rotate: every key signs, and one that both sides have is enough', async () => {
    const before = grantsWith('old');
    const during = grantsWith('new', 'old');
    const after = grantsWith('new');
    expect(await during.verify(await before.sign(claim), claim)).toBe(true);
    expect(await before.verify(await during.sign(claim), claim)).toBe(true);
    expect(await after.verify(await during.sign(claim), claim)).toBe(true);
    expect(await during.verify(await after.sign(claim), claim)).toBe(true);
    expect(await after.verify(await before.sign(claim), claim)).toBe(false);
  });

  test('every replica with the same machine key has the same grant key, and no other has', async () => {
    const grant = await replica({}).sign(claim);
    expect(await replica({}).verify(grant, claim)).toBe(true);
    expect(await replica({ secretKey: `${credentials.secretKey}x` }).verify(grant, claim)).toBe(false);
    expect(await replica({ accessKey: `${credentials.accessKey}x` }).verify(grant, claim)).toBe(false);
  });

  test('3.12: with grantKeys the machine key still counts beside a replica that has none', async () => {
    const [before, after] = [replica({}), replica({}, 'one', 'two')];
    expect(await after.verify(await before.sign(claim), claim)).toBe(true);
    expect(await before.verify(await after.sign(claim), claim)).toBe(true);
    expect(await after.verify(await replica({ secretKey: `${credentials.secretKey}x` }).sign(claim), claim)).toBe(
      false,
    );
  });

  test('another machine key does not matter where a grant key is the same', async () => {
    const newer = { accessKey: `${credentials.accessKey}x`, secretKey: `${credentials.secretKey}x` };
    expect(await replica(newer, 'one').verify(await replica({}, 'one').sign(claim), claim)).toBe(true);
  });

  test('a grant key that is taken out takes its grants with it, also where the other signatures are taken off', async () => {
    const after = replica({}, 'new');
    const grant = await replica({}, 'old').sign(claim);
    expect(await after.verify(grant, claim)).toBe(false);
    const [expires, own] = grant.split('.');
    expect(await after.verify(`${expires}.${own}`, claim)).toBe(false);
    expect(await replica({}).verify(`${expires}.${own}`, claim)).toBe(false);
  });

  test('a key that was missing is asked for again, and a made one is not', async () => {
    let asked = 0;
    const keys = lazyGrantKeys(() => {
      asked += 1;
      if (asked === 1) throw new Error('missing');
      return { own: null, given: [secretOfGrantKey('one')] };
    });
    await expect(keys()).rejects.toThrow('missing');
    expect(await keys()).toBe(await keys());
    expect(asked).toBe(2);
  });

  test('G9: what is compared is compared by the platform, in constant time', async () => {
    const compared: number[] = [];
    const timingSafeEqual: typeof nodeCrypto.timingSafeEqual = (one, other) => {
      compared.push(one.byteLength, other.byteLength);
      return nodeCrypto.timingSafeEqual(one, other);
    };
    const key = await deriveMacKey(secretOfGrantKey('one'), { ...nodeCrypto, timingSafeEqual });
    const grants = createGrants(async () => ({ own: null, given: [key] }), daySeconds, createTestClock());
    const grant = await grants.sign(claim);
    expect(await grants.verify(grant, claim)).toBe(true);
    expect(await grants.verify(grant, { ...claim, subject: 'acme-member' })).toBe(false);
    expect(compared).toEqual([43, 43, 43, 43]);
  });

  test('G9: in runtimes without Node’s cryptography it is Web Crypto that compares', async () => {
    const compared: BufferSource[] = [];
    vi.stubGlobal('process', undefined);
    const key = await deriveMacKey(secretOfGrantKey('one'));
    vi.unstubAllGlobals();
    const grants = createGrants(async () => ({ own: null, given: [key] }), daySeconds, createTestClock());
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
