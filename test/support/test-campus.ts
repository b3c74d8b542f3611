import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { identifiersOf } from '../../src/account/sign-in-identifier.ts';
import type { Account, PasswordHash, ProfileRecord } from '../../src/domain/account.ts';
import { DEFAULT_CLAIM_CATALOGUE } from '../../src/domain/claim-catalogue.ts';
import type { Instant } from '../../src/domain/clock.ts';
import type { Message } from '../../src/domain/mailer.ts';
import { hashSecret } from '../../src/protocol/secret-hash.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { testClock } from './test-clock.ts';

/** A person of a test, with what the test is about. */
export interface Newcomer {
  readonly username: string;
  readonly contact?: ProfileRecord;
  readonly student?: ProfileRecord;
  readonly passwordHash?: PasswordHash;
  readonly isActive?: boolean;
}

const COUNTRY_CODE = '91';

/** An empty database and everything a use case needs, for tests without HTTP. */
export async function openTestCampus() {
  const directory = await mkdtemp(path.join(tmpdir(), 'omniport-campus-'));
  const storage = await openSqliteStorage({ path: path.join(directory, 'omniport.db') });
  const clock = testClock();
  const mails: Message[] = [];
  const deps = {
    storage,
    get now(): Instant {
      return clock.read();
    },
    random: (byteCount: number): Uint8Array => randomBytes(byteCount),
    hashSecret,
    catalogue: DEFAULT_CLAIM_CATALOGUE,
    sendMail: (message: Message): void => {
      mails.push(message);
    },
    institution: {
      name: 'Test Institute',
      issuer: 'https://auth.campus.example',
      countryCode: COUNTRY_CODE,
    },
    lifetimes: { session: 14 * 24 * 3600, passwordReset: 1800 },
  };

  async function welcome(person: Newcomer): Promise<Account> {
    const { username, contact, student, passwordHash, isActive } = person;
    const records = {
      person: { full_name: `Person ${username}` },
      ...(contact && { contact_information: contact }),
      ...(student && { student }),
    };
    const profile = { records, roles: [], customRoles: [] };
    const identifiers = identifiersOf(username, profile, { countryCode: COUNTRY_CODE });
    const imported = {
      username,
      revise: () => ({ profile, identifiers }),
      ...(passwordHash !== undefined && { passwordHash }),
      ...(isActive !== undefined && { isActive }),
    };
    await storage.importAccounts([imported], { at: clock.read(), dryRun: false });
    return (await storage.findAccountByUsername(username))!;
  }

  return {
    deps,
    storage,
    mails,
    welcome,
    /** @param seconds how far the clock goes on */
    advance: (seconds: number): void => clock.advance(seconds),
    async close(): Promise<void> {
      await storage.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type TestCampus = Awaited<ReturnType<typeof openTestCampus>>;
