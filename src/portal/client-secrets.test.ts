import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import { plainClaim } from '../domain/client-revision.ts';
import type { TeamAction } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import { clientSecretHint } from '../protocol/client-secret.ts';
import { addClientSecret } from './add-client-secret.ts';
import { registerClient } from './register-client.ts';
import { reportLeakedSecrets } from './report-leaked-secrets.ts';
import { warnOfExpiringSecrets } from './warn-of-expiring-secrets.ts';

const DAY = 24 * 60 * 60;

let campus: TestCampus;
/** Of the developer. */
let number: number;
let secrets: { readonly live: string; readonly sandbox: string };

beforeEach(async () => {
  campus = await openTestCampus();
  const webmail = (name: string) => ({ institute_webmail_address: `${name}@campus.example` });
  const asha = await campus.welcome({ username: '1', contact: webmail('asha') });
  const bela = await campus.welcome({ username: '2', contact: webmail('bela') });
  const gone = await campus.welcome({ username: '3', contact: webmail('gone'), isActive: false });
  const registered = await registerClient(
    {
      name: 'Library',
      description: 'Lends books.',
      clientType: 'confidential',
      redirectUris: ['https://library.example/callback'],
      requestedClaims: [plainClaim('person.full_name')],
      createdBy: asha.id,
      asDraft: false,
    },
    { ...campus.deps, autoApprovedClaims: [] },
  );
  if (registered.type !== 'registered' || registered.clientSecrets === null) {
    throw new Error('refused');
  }
  ({ number } = registered);
  secrets = registered.clientSecrets;
  for (const { id } of [bela, gone]) {
    await campus.storage.addTeamMember(action(asha.id), id, 'developer');
  }
});
afterEach(async () => campus.close());

function action(actor = 1): TeamAction {
  return { number, actor, at: campus.deps.now };
}

async function secretNames() {
  const listed = await campus.storage.listClientSecrets(number, 1);
  return listed.map(({ hint }) => hint);
}

describe('adding a secret', () => {
  it('hands it out once, and it works beside the others until it expires', async () => {
    const choice = { environment: 'live', name: 'Deployment', days: 30 } as const;
    const outcome = await addClientSecret(action(), choice, campus.deps);
    if (outcome.type !== 'added') throw new Error(outcome.type);
    expect(outcome.clientSecret).toMatch(/^omniportsecret[A-Za-z0-9]{114}$/u);
    const listed = await campus.storage.listClientSecrets(number, 1);
    expect(listed.at(-1)).toMatchObject({
      environment: 'live',
      name: 'Deployment',
      hint: `omniportsecret…${outcome.clientSecret.slice(-4)}`,
      expiresAt: instant(campus.deps.now + 30 * DAY * 1000),
    });
    expect(JSON.stringify(listed)).not.toContain(outcome.clientSecret);
  });

  it('is refused to somebody outside the team, and beyond five', async () => {
    const choice = { environment: 'sandbox', name: 'x', days: null } as const;
    expect(await addClientSecret(action(999), choice, campus.deps)).toEqual({ type: 'not-found' });
    for (let added = 1; added < 5; added += 1) {
      expect(await addClientSecret(action(), choice, campus.deps)).toHaveProperty('type', 'added');
    }
    expect(await addClientSecret(action(), choice, campus.deps)).toEqual({ type: 'too-many' });
  });
});

describe('a report of leaked secrets', () => {
  const from = { network: '203.0.113.0/24' };
  const deps = (reaction: 'revoke' | 'warn' = 'revoke') => ({
    storage: campus.storage,
    sendMail: campus.deps.sendMail,
    hashSecret: campus.deps.hashSecret,
    issuer: 'https://auth.campus.example',
    now: campus.deps.now,
    reaction,
  });
  const foundAt = 'https://code.example/library/config.py';

  it('revokes what is ours, and tells everybody in the team who is there', async () => {
    const reports = [
      { token: secrets.live, foundAt },
      { token: secrets.live, foundAt },
      { token: 'something else', foundAt: '' },
    ];
    expect(await reportLeakedSecrets(reports, from, deps())).toEqual({ type: 'accepted' });
    expect(await secretNames()).toEqual([clientSecretHint(secrets.sandbox)]);
    expect(campus.mails.map(({ to }) => to)).toEqual([
      'asha@campus.example',
      'bela@campus.example',
    ]);
    expect(campus.mails[0]?.template).toEqual({
      type: 'client-secret-leaked',
      app: 'Library',
      secret: clientSecretHint(secrets.live),
      isSandbox: false,
      foundAt,
      isRevoked: true,
      appPage: `https://auth.campus.example/developer/${number}#credentials`,
    });
    const history = (await campus.storage.findClientForReview(number))?.history;
    expect(history?.[0]).toMatchObject({ type: 'secret-leaked', actor: null });
    expect(history?.[0]?.message).toContain(foundAt);
    expect(JSON.stringify([campus.mails, history])).not.toContain(secrets.live);
  });

  it('answers the same when nothing is ours, and changes nothing', async () => {
    const reports = [
      { token: `${secrets.live.slice(0, -1)}!`, foundAt },
      { token: 'x'.repeat(128), foundAt },
    ];
    expect(await reportLeakedSecrets(reports, from, deps())).toEqual({ type: 'accepted' });
    expect(await secretNames()).toHaveLength(2);
    expect(campus.mails).toEqual([]);
  });

  it('only warns, and once, where the institution wants it so', async () => {
    const reports = [{ token: secrets.sandbox, foundAt: '' }];
    await reportLeakedSecrets(reports, from, deps('warn'));
    await reportLeakedSecrets(reports, from, deps('warn'));
    expect(await secretNames()).toHaveLength(2);
    expect(campus.mails).toHaveLength(2);
    expect(campus.mails[0]?.template).toMatchObject({ isRevoked: false, isSandbox: true });
  });

  it('is throttled by network', async () => {
    for (let report = 0; report < 60; report += 1) {
      expect(await reportLeakedSecrets([], from, deps())).toEqual({ type: 'accepted' });
    }
    const reports = [{ token: secrets.live, foundAt }];
    expect(await reportLeakedSecrets(reports, from, deps())).toEqual({
      type: 'throttled',
      retryAt: instant(campus.deps.now + 15 * 60 * 1000),
    });
    expect(await secretNames()).toHaveLength(2);
    const elsewhere = { network: '198.51.100.0/24' };
    expect(await reportLeakedSecrets(reports, elsewhere, deps())).toEqual({ type: 'accepted' });
    expect(await secretNames()).toHaveLength(1);
  });
});

describe('warning of secrets that expire', () => {
  async function warn(): Promise<number> {
    return warnOfExpiringSecrets({
      storage: campus.storage,
      sendMail: campus.deps.sendMail,
      issuer: 'https://auth.campus.example',
      now: campus.deps.now,
      timeZone: 'Asia/Kolkata',
    });
  }

  it('is mailed to the team two weeks before and a day before, once each', async () => {
    const choice = { environment: 'live', name: 'Deployment', days: 30 } as const;
    await addClientSecret(action(), choice, campus.deps);
    expect(await warn()).toBe(0);
    campus.advance(16 * DAY);
    expect(await warn()).toBe(1);
    expect(await warn()).toBe(0);
    campus.advance(12 * DAY);
    expect(await warn()).toBe(0);
    campus.advance(DAY);
    expect(await warn()).toBe(1);
    expect(await warn()).toBe(0);
    campus.advance(2 * DAY);
    expect(await warn()).toBe(0);

    expect(campus.mails.map(({ to }) => to)).toEqual([
      'asha@campus.example',
      'bela@campus.example',
      'asha@campus.example',
      'bela@campus.example',
    ]);
    expect(campus.mails[0]?.template).toMatchObject({
      type: 'client-secret-expires',
      app: 'Library',
      secret: expect.stringMatching(/^Deployment \(omniportsecret….{4}\)$/u) as string,
      date: '2026-12-24',
    });
  });

  it('is mailed once when nobody looked for so long that both are due', async () => {
    const choice = { environment: 'sandbox', name: 'CI', days: 30 } as const;
    await addClientSecret(action(), choice, campus.deps);
    campus.advance(29.5 * DAY);
    expect(await warn()).toBe(1);
    expect(await warn()).toBe(0);
  });
});
