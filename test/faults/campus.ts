import { addSeconds, type Instant } from '../../src/domain/clock.ts';
import type { AccountId } from '../../src/domain/account.ts';
import type { Storage } from '../../src/domain/storage.ts';
import { hashSecret } from '../../src/protocol/secret-hash.ts';
import {
  addPerson,
  addPersonWithClient,
  newSession,
} from '../../src/storage/conformance/campus.ts';

/** The app that all load goes through. */
export const APP = {
  credentials: {
    client_id: 'client-id-of-noticeboard',
    client_secret: 'secret of noticeboard',
  },
  redirectUri: 'https://noticeboard.example/callback',
  claims: ['person.full_name', 'student.branch.name'],
} as const;

/** Somebody in whose browser a session goes on. */
export interface Person {
  readonly id: AccountId;
  readonly username: string;
  readonly sessionSecret: string;
}

/** Stores an approved app, and people who are signed in for two weeks. */
export async function storeCampus(storage: Storage, now: Instant): Promise<readonly Person[]> {
  await addPersonWithClient(storage);
  const usernames = Array.from({ length: 12 }, (_, index) => `221140${10 + index}`);
  return Promise.all(
    usernames.map(async (username) => {
      const id = await addPerson(storage, username);
      const sessionSecret = `session-of-${username}`.padEnd(43, '-');
      const hash = hashSecret(sessionSecret);
      await storage.startSession({
        ...newSession(id, sessionSecret),
        hash,
        createdAt: now,
        expiresAt: addSeconds(now, 14 * 24 * 3600),
      });
      return { id, username, sessionSecret };
    }),
  );
}
