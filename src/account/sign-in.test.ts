import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import { hashPassword } from './password.ts';
import { findSignedIn } from './session.ts';
import { signIn, type SignInOutcome } from './sign-in.ts';

const PASSWORD = 'monsoon over the canal';
const MINUTE = 60;
let campus: TestCampus;
let passwordHash: string;

beforeAll(async () => {
  campus = await openTestCampus();
  passwordHash = await hashPassword(PASSWORD, campus.deps.random);
});
afterAll(async () => campus.close());

const attempt = (
  identifier: string,
  password = PASSWORD,
  browser: { readonly address?: string; readonly sessionSecret?: string } = {},
): Promise<SignInOutcome> =>
  signIn(
    { identifier, password, address: '203.0.113.7', userAgent: 'Firefox', ...browser },
    campus.deps,
  );

describe('signing in', () => {
  it.each([
    ['username', '16114001'],
    ['enrolment number', 'EN-16114001'],
    ['e-mail address', 'one@example.org'],
    ['institute webmail address', 'ONE@campus.example'],
    ['primary phone number', '+91 98000 00001'],
    ['secondary phone number', '9800000002'],
  ])('works by %s', async (_what, identifier) => {
    await campus.welcome({
      username: '16114001',
      student: { enrolment_number: 'EN-16114001' },
      contact: {
        email_address: 'one@example.org',
        institute_webmail_address: 'one@campus.example',
        primary_phone_number: '91-9800000001',
        secondary_phone_number: '9800000002',
      },
      passwordHash,
    });
    expect(await attempt(identifier)).toMatchObject({
      type: 'signed-in',
      account: { username: '16114001' },
    });
  });

  it('starts a session of the configured length, of which only the hash is stored', async () => {
    await campus.welcome({ username: 'session-1', passwordHash });
    const outcome = await attempt('session-1');
    if (outcome.type !== 'signed-in') throw new Error(outcome.type);
    expect(outcome.sessionSecret).toMatch(/^[\w-]{43}$/u);
    const found = await findSignedIn(outcome.sessionSecret, campus.deps);
    expect(found?.session).toMatchObject({
      expiresAt: campus.deps.now + 14 * 24 * 60 * MINUTE * 1000,
      userAgent: 'Firefox',
      network: '203.0.113.0/24',
    });
  });

  it('ends the session that the browser had before, whosever it was', async () => {
    await campus.welcome({ username: 'first', passwordHash });
    await campus.welcome({ username: 'second', passwordHash });
    const first = await attempt('first');
    if (first.type !== 'signed-in') throw new Error(first.type);
    const { sessionSecret } = first;
    const second = await attempt('second', PASSWORD, { sessionSecret });
    expect(second.type).toBe('signed-in');
    expect(await findSignedIn(sessionSecret, campus.deps)).toBeUndefined();
  });

  it("replaces a hash of Django's by argon2id", async () => {
    const django = 'pbkdf2_sha256$1000$seasalt$eYabVcpW+bk8N+qyvNZXMz+Y7Om35b3OjWNhT2F6lj8=';
    const account = await campus.welcome({ username: 'django', passwordHash: django });
    expect(await attempt('django', 'correct horse 1')).toMatchObject({ type: 'signed-in' });
    const stored = await campus.storage.findAccountWithPassword(account.id);
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$/u);
    expect(await attempt('django', 'correct horse 1')).toMatchObject({ type: 'signed-in' });
  });
});

describe('a password that is replaced while somebody signs in', () => {
  /** Storage in which somebody else is faster, just before the first session is started. */
  function beforeStarting(meanwhile: () => Promise<void>): TestCampus['deps'] {
    const { startSession } = campus.storage;
    let isFirst = true;
    const storage = {
      ...campus.storage,
      async startSession(session: Parameters<typeof startSession>[0]) {
        if (isFirst) await meanwhile();
        isFirst = false;
        return startSession(session);
      },
    };
    return { ...campus.deps, now: campus.deps.now, storage };
  }

  it('opens nothing any more', async () => {
    const { id } = await campus.welcome({ username: 'changing', passwordHash });
    const other = await hashPassword('another one altogether', campus.deps.random);
    const deps = beforeStarting(async () =>
      campus.storage.changePassword({ accountId: id, passwordHash: other, keepSession: null }),
    );
    const browser = { address: '203.0.113.7', userAgent: 'Firefox' };
    const outcome = await signIn({ identifier: 'changing', password: PASSWORD, ...browser }, deps);
    expect(outcome).toEqual({ type: 'wrong-credentials' });
    expect(await campus.storage.listSessions(id, campus.deps.now)).toEqual([]);
  });

  it('opens when only a better hash of it was stored, by another sign-in', async () => {
    const { id } = await campus.welcome({ username: 'rehashed', passwordHash });
    const better = await hashPassword(PASSWORD, campus.deps.random);
    const deps = beforeStarting(async () =>
      campus.storage.rehashPassword(id, passwordHash, better),
    );
    const browser = { address: '203.0.113.7', userAgent: 'Firefox' };
    const outcome = await signIn({ identifier: 'rehashed', password: PASSWORD, ...browser }, deps);
    expect(outcome.type).toBe('signed-in');
    expect(await campus.storage.listSessions(id, campus.deps.now)).toHaveLength(1);
  });

  it('signs in all who come at once with a hash that is to be replaced', async () => {
    const django = 'pbkdf2_sha256$1000$seasalt$eYabVcpW+bk8N+qyvNZXMz+Y7Om35b3OjWNhT2F6lj8=';
    const account = await campus.welcome({ username: 'everywhere', passwordHash: django });
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, async () => attempt('everywhere', 'correct horse 1')),
    );
    expect(outcomes.map(({ type }) => type)).toEqual(Array.from({ length: 5 }, () => 'signed-in'));
    expect(await campus.storage.listSessions(account.id, campus.deps.now)).toHaveLength(5);
  });
});

describe('a refusal does not tell why', () => {
  it.each([
    ['an unknown identifier', 'nobody-here', PASSWORD],
    ['a wrong password', 'refused', 'wrong password'],
    ['no password yet', 'no-password', PASSWORD],
    ['an empty password for it', 'no-password', ''],
    ['a deactivated account', 'deactivated', PASSWORD],
    ['an identifier that fits two people', 'shared@example.org', PASSWORD],
    ['nothing typed', '', ''],
  ])('for %s', async (_why, identifier, password) => {
    const contact = { email_address: 'shared@example.org' };
    await campus.welcome({ username: 'refused', passwordHash, contact });
    await campus.welcome({ username: 'no-password', contact });
    await campus.welcome({ username: 'deactivated', passwordHash, isActive: false });
    expect(await attempt(identifier, password)).toEqual({ type: 'wrong-credentials' });
  });
});

describe('guessing is slow', () => {
  it.each([
    ['an account there is', 'throttled'],
    ['an account there is not', 'ghost'],
  ])('for %s: after ten attempts even the right password waits', async (_what, identifier) => {
    await campus.welcome({ username: 'throttled', passwordHash });
    for (let count = 0; count < 10; count += 1) {
      expect(await attempt(identifier, 'wrong')).toEqual({ type: 'wrong-credentials' });
    }
    const retryAt = campus.deps.now + 15 * MINUTE * 1000;
    expect(await attempt(identifier)).toEqual({ type: 'throttled', retryAt });
    campus.advance(15 * MINUTE);
    expect((await attempt(identifier)).type).not.toBe('throttled');
  });

  it('counts an account by all its identifiers and from all networks', async () => {
    const contact = { email_address: 'many@example.org', primary_phone_number: '9700000001' };
    await campus.welcome({ username: 'many-names', passwordHash, contact });
    const names = ['many-names', 'many@example.org', '+91 97000 00001'];
    for (let count = 0; count < 10; count += 1) {
      await attempt(names[count % 3]!, 'wrong', { address: `198.51.${count}.1` });
    }
    const outcome = await attempt('many-names', PASSWORD, { address: '198.51.99.1' });
    expect(outcome.type).toBe('throttled');
  });

  it('counts somebody unknown however the phone number is written', async () => {
    for (let count = 0; count < 5; count += 1) {
      await attempt('96000 00001', 'wrong');
      await attempt('+91-9600000001', 'wrong');
    }
    expect((await attempt('9600000001')).type).toBe('throttled');
  });

  it('forgives the account after a success', async () => {
    await campus.welcome({ username: 'forgiven', passwordHash });
    for (let count = 0; count < 9; count += 1) await attempt('forgiven', 'wrong');
    expect((await attempt('forgiven')).type).toBe('signed-in');
    for (let count = 0; count < 9; count += 1) await attempt('forgiven', 'wrong');
    expect((await attempt('forgiven')).type).toBe('signed-in');
  });

  it('stops a network after a hundred failures, whoever it tries', async () => {
    const address = '192.0.2.1';
    await campus.welcome({ username: 'neighbour', passwordHash });
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => attempt(`guess-${index}`, 'wrong', { address })),
    );
    const neighbour = { address: '192.0.2.200' };
    expect((await attempt('neighbour', PASSWORD, neighbour)).type).toBe('throttled');
    expect((await attempt('neighbour')).type).toBe('signed-in');
  });

  it('does not count who signs in: a campus behind one address is not locked out', async () => {
    const address = '192.0.2.1';
    campus.advance(15 * MINUTE);
    await campus.welcome({ username: 'commuter', passwordHash });
    for (let count = 0; count < 120; count += 1) {
      expect((await attempt('commuter', PASSWORD, { address })).type).toBe('signed-in');
    }
  });

  it('keeps nothing of what was typed: it may have been a password', async () => {
    const subjects: string[] = [];
    const storage = {
      ...campus.storage,
      countAttempt: (counted: { subjects: readonly { key: string }[] }) => {
        subjects.push(...counted.subjects.map(({ key }) => key));
        return Promise.resolve({ type: 'allowed' } as const);
      },
    };
    const typed = 'hunter2-in-the-wrong-field';
    const browser = { address: '203.0.113.7', userAgent: '' };
    await signIn({ identifier: typed, password: '', ...browser }, { ...campus.deps, storage });
    expect(subjects).toEqual([
      expect.stringMatching(/^sign-in:nobody:[\w-]{43}$/u),
      'sign-in:network:203.0.113.0/24',
    ]);
  });
});
