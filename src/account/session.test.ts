import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import type { Account } from '../domain/account.ts';
import { findSignedIn, signOut, startSession } from './session.ts';

let campus: TestCampus;
let account: Account;
const browser = { address: '2001:db8::7', userAgent: 'Firefox' };

beforeAll(async () => {
  campus = await openTestCampus();
  account = await campus.welcome({ username: '15114009' });
});
afterAll(async () => campus.close());

async function start(from = browser): Promise<string> {
  const secret = await startSession({ account, passwordHash: null }, from, campus.deps);
  return secret!;
}

describe('a session', () => {
  it('is found by its secret until it expires', async () => {
    const secret = await start();
    expect((await findSignedIn(secret, campus.deps))?.account.id).toBe(account.id);
    campus.advance(14 * 24 * 3600 - 1);
    expect(await findSignedIn(secret, campus.deps)).toBeDefined();
    campus.advance(1);
    expect(await findSignedIn(secret, campus.deps)).toBeUndefined();
  });

  it('has a secret of 256 bits, another one each time', async () => {
    const secrets = await Promise.all([start(), start()]);
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('is over after signing out, and signing out again is no error', async () => {
    const secret = await start();
    await signOut(secret, campus.deps);
    expect(await findSignedIn(secret, campus.deps)).toBeUndefined();
    await expect(signOut(secret, campus.deps)).resolves.toBeUndefined();
  });

  it('remembers the browser by 300 printable characters', async () => {
    const userAgent = `Evil\u001B[31m\u202E${'x'.repeat(400)}`;
    const secret = await start({ ...browser, userAgent });
    const found = await findSignedIn(secret, campus.deps);
    expect(found?.session.userAgent).toBe(`Evil[31m${'x'.repeat(292)}`);
    expect(found?.session.network).toBe('2001:db8::/64');
  });

  it.each(['', 'short', 'x'.repeat(44), `${'x'.repeat(42)} `])(
    'is not even looked up by what is no secret (%#)',
    async (text) => {
      const storage = { findSession: () => Promise.reject(new Error('looked up')) };
      expect(await findSignedIn(text, { ...campus.deps, storage })).toBeUndefined();
    },
  );
});
