import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import type { Account } from '../domain/account.ts';
import {
  changeOwnPassword,
  confirmOwnPassword,
  type PasswordConfirmation,
} from './own-password.ts';
import { hashPassword } from './password.ts';
import { findSignedIn, startSession } from './session.ts';
import { signIn } from './sign-in.ts';

const PASSWORD = 'monsoon over the canal';
const NEW_PASSWORD = 'winter fog on the bridge';
const address = '203.0.113.7';
const language = 'hi' as const;
let campus: TestCampus;
let account: Account;
let count = 0;

beforeAll(async () => {
  campus = await openTestCampus();
});
afterAll(async () => campus.close());
beforeEach(async () => {
  count += 1;
  account = await campus.welcome({
    username: `1511400${count}`,
    contact: { institute_webmail_address: `person${count}@campus.example` },
    passwordHash: await hashPassword(PASSWORD, campus.deps.random),
  });
  campus.mails.length = 0;
});

const confirm = (password: string): Promise<PasswordConfirmation> =>
  confirmOwnPassword({ accountId: account.id, password, address }, campus.deps);

describe('entering the password again', () => {
  it('confirms the right one', async () => {
    expect(await confirm(PASSWORD)).toEqual({ type: 'confirmed' });
    expect(await confirm('wrong')).toEqual({ type: 'wrong-password' });
  });

  it('is throttled, so that a stolen session cannot guess', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await confirm('wrong');
    expect(await confirm(PASSWORD)).toEqual({
      type: 'throttled',
      retryAt: campus.deps.now + 15 * 60 * 1000,
    });
  });

  it('still works for the owner while somebody else guesses at the sign-in page', async () => {
    const guess = { identifier: account.username!, password: 'wrong', address, userAgent: '' };
    for (let attempt = 0; attempt < 11; attempt += 1) await signIn(guess, campus.deps);
    expect((await signIn(guess, campus.deps)).type).toBe('throttled');
    expect(await confirm(PASSWORD)).toEqual({ type: 'confirmed' });
  });
});

describe('changing the password', () => {
  it('keeps this browser signed in and ends every other session', async () => {
    const browser = { address, userAgent: 'Firefox' };
    const found = await campus.storage.findAccountWithPassword(account.id);
    const here = (await startSession(found!, browser, campus.deps))!;
    const elsewhere = (await startSession(found!, browser, campus.deps))!;
    const keepSession = (await findSignedIn(here, campus.deps))!.session.number;
    const change = {
      account,
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
      address,
      language,
      keepSession,
    };
    expect(await changeOwnPassword(change, campus.deps)).toEqual({ type: 'changed' });
    expect(await findSignedIn(here, campus.deps)).toBeDefined();
    expect(await findSignedIn(elsewhere, campus.deps)).toBeUndefined();
    expect(await confirm(NEW_PASSWORD)).toEqual({ type: 'confirmed' });
    expect(await confirm(PASSWORD)).toEqual({ type: 'wrong-password' });
  });

  it('tells the person by mail, from where it was done and what to do otherwise', async () => {
    const passwords = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    const change = { account, ...passwords, address, language, keepSession: 0 };
    await changeOwnPassword(change, campus.deps);
    expect(campus.mails).toEqual([
      {
        to: `person${count}@campus.example`,
        name: `Person ${account.username}`,
        language,
        template: {
          type: 'password-changed',
          network: '203.0.113.0/24',
          forgotPasswordPage: 'https://auth.campus.example/auth/forgot-password',
          accountPage: 'https://auth.campus.example/account',
        },
      },
    ]);
  });

  it.each([
    ['the wrong current one', { currentPassword: 'wrong' }, { type: 'wrong-password' }],
    [
      'a new one that is too short',
      { newPassword: 'short' },
      { type: 'unacceptable-password', problem: 'too-short' },
    ],
  ])('refuses %s and changes nothing', async (_what, difference, expected) => {
    const change = {
      account,
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
      address,
      language,
      keepSession: 0,
      ...difference,
    };
    expect(await changeOwnPassword(change, campus.deps)).toEqual(expected);
    expect(await confirm(PASSWORD)).toEqual({ type: 'confirmed' });
    expect(campus.mails).toEqual([]);
  });
});
