import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import type { Account, ProfileRecord } from '../domain/account.ts';
import {
  findPasswordReset,
  issuePasswordLink,
  requestPasswordReset,
  resetPassword,
  type PasswordResetOutcome,
} from './password-reset.ts';
import { findSignedIn, startSession } from './session.ts';
import { signIn, type SignInOutcome } from './sign-in.ts';

const NEW_PASSWORD = 'winter fog on the bridge';
const address = '203.0.113.7';
const language = 'hi';
const webmail = { institute_webmail_address: 'person@campus.example' };
let campus: TestCampus;
let count = 0;

beforeAll(async () => {
  campus = await openTestCampus();
});
afterAll(async () => campus.close());
beforeEach(() => {
  campus.mails.length = 0;
  // Limits of one test are not those of the next.
  campus.advance(3600);
});

async function somebody(contact: ProfileRecord = webmail, isActive = true): Promise<Account> {
  count += 1;
  return campus.welcome({ username: `forgetful-${count}`, contact, isActive });
}

/** Asks for a link and waits until it is mailed, if at all. */
async function ask(identifier: string): Promise<string> {
  const outcome = await requestPasswordReset({ identifier, address, language }, campus.deps);
  if (outcome.type === 'accepted') await outcome.delivery;
  return outcome.type;
}

function mailedSecret(): string {
  const template = campus.mails.at(-1)?.template;
  const link = template?.type === 'password-reset' ? template.link : '';
  return /^https:\/\/auth\.campus\.example\/auth\/reset-password\?token=([\w-]{43})$/u.exec(
    link,
  )![1]!;
}

const reset = (secret: string, password = NEW_PASSWORD): Promise<PasswordResetOutcome> =>
  resetPassword({ secret, password, address, language }, campus.deps);

const enter = (username: string, password: string): Promise<SignInOutcome> =>
  signIn({ identifier: username, password, address, userAgent: '' }, campus.deps);

describe('a forgotten password', () => {
  it('is replaced with a mailed link', async () => {
    const { username } = await somebody();
    expect(await ask(username!)).toBe('accepted');
    const secret = mailedSecret();
    expect((await findPasswordReset(secret, campus.deps))?.username).toBe(username);
    expect(await reset(secret)).toEqual({ type: 'reset' });
    expect((await enter(username!, NEW_PASSWORD)).type).toBe('signed-in');
  });

  it('leads to a mail that tells from where it was asked for and how long the link lives', async () => {
    const { username } = await somebody();
    await ask(username!);
    const [mail] = campus.mails;
    expect(mail?.to).toBe('person@campus.example');
    expect(mail?.template).toMatchObject({
      type: 'password-reset',
      validSeconds: 1800,
      network: '203.0.113.0/24',
    });
  });

  it('leads to a mail in the language of the page, or the one that the person chose', async () => {
    const { id, username } = await somebody();
    await ask(username!);
    expect(campus.mails.at(-1)?.language).toBe(language);
    await campus.storage.chooseLanguage(id, 'en');
    await ask(username!);
    expect(campus.mails.at(-1)?.language).toBe('en');
  });

  it('ends every session, forgives failed sign-ins, and is told by mail', async () => {
    const account = await somebody();
    const found = await campus.storage.findAccountWithPassword(account.id);
    const session = (await startSession(found!, { address, userAgent: '' }, campus.deps))!;
    for (let attempt = 0; attempt < 10; attempt += 1) await enter(account.username!, 'wrong');
    expect((await enter(account.username!, 'wrong')).type).toBe('throttled');
    await ask(account.username!);
    await reset(mailedSecret());
    expect(await findSignedIn(session, campus.deps)).toBeUndefined();
    expect((await enter(account.username!, NEW_PASSWORD)).type).toBe('signed-in');
    expect(campus.mails.at(-1)?.template.type).toBe('password-changed');
  });
});

describe('the link', () => {
  it('works once, even if it is opened twice at the same moment', async () => {
    const { username } = await somebody();
    await ask(username!);
    const secret = mailedSecret();
    const outcomes = await Promise.all([reset(secret), reset(secret), reset(secret)]);
    expect(outcomes.filter(({ type }) => type === 'reset')).toHaveLength(1);
    expect(await reset(secret)).toEqual({ type: 'invalid-link' });
  });

  it('works for thirty minutes', async () => {
    const { username } = await somebody();
    await ask(username!);
    const secret = mailedSecret();
    campus.advance(30 * 60);
    expect(await findPasswordReset(secret, campus.deps)).toBeUndefined();
    expect(await reset(secret)).toEqual({ type: 'invalid-link' });
  });

  it('is replaced by the next one', async () => {
    const { username } = await somebody();
    await ask(username!);
    const first = mailedSecret();
    await ask(username!);
    expect(await reset(first)).toEqual({ type: 'invalid-link' });
    expect(await reset(mailedSecret())).toEqual({ type: 'reset' });
  });

  it('still works after a password that is not acceptable', async () => {
    const { username } = await somebody();
    await ask(username!);
    const secret = mailedSecret();
    expect(await reset(secret, 'short')).toEqual({
      type: 'unacceptable-password',
      problem: 'too-short',
    });
    expect(await reset(secret)).toEqual({ type: 'reset' });
  });

  it.each(['', 'nonsense', 'x'.repeat(43)])('is not one that was made up (%#)', async (secret) => {
    expect(await findPasswordReset(secret, campus.deps)).toBeUndefined();
    expect(await reset(secret)).toEqual({ type: 'invalid-link' });
  });

  it('can be made for somebody who gets no mail, with a life of its own', async () => {
    const { id, username } = await somebody({});
    const lifetime = 3 * 24 * 3600;
    const link = await issuePasswordLink({ accountId: id, lifetime }, campus.deps);
    expect(link.expiresAt).toBe(campus.deps.now + lifetime * 1000);
    const secret = new URL(link.url).searchParams.get('token')!;
    campus.advance(lifetime - 1);
    expect(await reset(secret)).toEqual({ type: 'reset' });
    expect((await enter(username!, NEW_PASSWORD)).type).toBe('signed-in');
  });
});

describe('the answer does not tell whether the account exists', () => {
  it.each([
    ['nobody', () => Promise.resolve('nobody-at-all')],
    ['somebody deactivated', async () => (await somebody(webmail, false)).username!],
    ['somebody without any address', async () => (await somebody({})).username!],
    [
      'somebody whose address nobody verified',
      async () => (await somebody({ email_address: 'victim@example.org' })).username!,
    ],
    [
      'an address that fits two people',
      async () => {
        await somebody({ email_address: 'both@example.org' });
        await somebody({ email_address: 'both@example.org' });
        return 'both@example.org';
      },
    ],
  ])('%s: accepted, and no mail', async (_who, identifier) => {
    expect(await ask(await identifier())).toBe('accepted');
    expect(campus.mails).toEqual([]);
  });

  it('mails to a verified address of theirs', async () => {
    const contact = { ...webmail, email_address: 'me@example.org', email_address_verified: true };
    await somebody(contact);
    await ask('me@example.org');
    expect(campus.mails.map(({ to }) => to)).toEqual(['me@example.org']);
  });

  it('comes before the link is stored and mailed', async () => {
    const { username } = await somebody();
    const stored = Promise.withResolvers<undefined>();
    const storage = {
      ...campus.storage,
      issuePasswordReset: () => stored.promise,
    };
    const request = { identifier: username!, address, language } as const;
    const outcome = await requestPasswordReset(request, { ...campus.deps, storage });
    expect(campus.mails).toEqual([]);
    if (outcome.type !== 'accepted') throw new Error(outcome.type);
    stored.resolve(undefined);
    await outcome.delivery;
    expect(campus.mails).toHaveLength(1);
  });

  it.each([
    ['somebody', async () => (await somebody()).username!],
    ['nobody', () => Promise.resolve('somebody-else-entirely')],
  ])('%s can be asked for three times an hour', async (_who, identifier) => {
    const typed = await identifier();
    for (let request = 0; request < 3; request += 1) expect(await ask(typed)).toBe('accepted');
    const request = { identifier: typed, address, language } as const;
    const outcome = await requestPasswordReset(request, campus.deps);
    expect(outcome).toEqual({ type: 'throttled', retryAt: campus.deps.now + 3600 * 1000 });
  });

  it('leaves a link that was handed over alone, when there is no address to mail to', async () => {
    const { id, username } = await somebody({});
    const link = await issuePasswordLink({ accountId: id, lifetime: 3600 }, campus.deps);
    await ask(username!);
    const secret = new URL(link.url).searchParams.get('token')!;
    expect(await findPasswordReset(secret, campus.deps)).toBeDefined();
  });
});
