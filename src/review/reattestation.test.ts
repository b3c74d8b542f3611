import { describe, expect, it } from 'vitest';
import type { Account } from '../domain/account.ts';
import { instant, type Instant } from '../domain/clock.ts';
import type { Message } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { askForReattestation } from './reattestation.ts';

const DAY = 86_400_000;
const now = instant(Date.UTC(2026, 10, 24));

/** @param ages of the apps' last attestations, in days */
function campus(ages: readonly number[], reattestAfterMonths: number | null = 12) {
  const apps = ages.map((age, index) => ({
    number: index + 1,
    name: `App ${index + 1}`,
    lastAt: now - age * DAY,
    reminders: 0,
  }));
  const mails: Message[] = [];
  const records = { contact_information: { institute_webmail_address: 'a@campus.example' } };
  const profile = { records, roles: [], customRoles: [] };
  const person: Omit<Account, 'profile'> = {
    environment: 'live',
    id: 1,
    username: '1',
    isActive: true,
    language: null,
  };
  const storage: Pick<Storage, 'takeDueAttestations' | 'listTeam' | 'findAccount'> = {
    takeDueAttestations: async ({ attestedBefore, reminder }) => {
      const due = apps.filter((app) => app.lastAt <= attestedBefore && app.reminders < reminder);
      for (const app of due) app.reminders = reminder;
      return due;
    },
    listTeam: async () => [
      {
        accountId: 1,
        name: 'Asha',
        username: '1',
        role: 'owner',
        isSuccessor: false,
        stay: { isActive: true, lastDay: null },
      },
    ],
    findAccount: async () => ({ ...person, profile }),
  };
  const round = async (at: Instant = now) =>
    askForReattestation({
      storage,
      sendMail: (mail) => void mails.push(mail),
      issuer: 'https://auth.example.edu',
      now: at,
      reattestAfterMonths,
    });
  return { mails, round };
}

describe('asking whether an app is still in use', () => {
  it('asks the teams of those approved a year ago, once', async () => {
    const { mails, round } = campus([100, 366]);
    expect([await round(), await round()]).toEqual([1, 0]);
    expect(mails.map(({ template }) => template)).toEqual([
      {
        type: 'app-attestation',
        app: 'App 2',
        appPage: 'https://auth.example.edu/developer/2#status',
      },
    ]);
  });

  it('reminds once, three weeks later', async () => {
    const { mails, round } = campus([366]);
    await round();
    expect(await round(instant(now + 20 * DAY))).toBe(0);
    expect(await round(instant(now + 21 * DAY))).toBe(1);
    expect(await round(instant(now + 60 * DAY))).toBe(0);
    expect(mails).toHaveLength(2);
  });

  it('asks nobody twice at once, however long the server was off', async () => {
    const { mails, round } = campus([900]);
    await round();
    expect(mails).toHaveLength(1);
  });

  it('asks nobody where the institution does not want it', async () => {
    const { mails, round } = campus([5000], null);
    expect([await round(), mails]).toEqual([0, []]);
  });
});
