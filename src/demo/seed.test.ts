import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { verifyPassword } from '../account/password.ts';
import { signInIdentifiers } from '../account/sign-in-identifier.ts';
import { activeStatus, hasActiveRole, type Profile } from '../domain/account.ts';
import { DEFAULT_CLAIM_CATALOGUE } from '../domain/claim-catalogue.ts';
import { instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';
import { hashSecret } from '../protocol/secret-hash.ts';
import { openSqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { DEMO_PASSWORD, DEMO_USERNAMES, demoPeople } from './people.ts';
import { seedDemoApps } from './seed-apps.ts';
import { demoSignIns, seedDemoPeople } from './seed-people.ts';

const today = '2026-11-24';
const institution = {
  issuer: 'http://localhost:8000',
  timeZone: 'Asia/Kolkata',
  countryCode: '91',
};

let directory: string;
let storage: Storage;
let calls: number;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'omniport-demo-'));
  storage = await openSqliteStorage({ path: join(directory, 'omniport.sqlite') });
  calls = 0;
});
afterEach(async () => {
  await storage.close();
  await rm(directory, { recursive: true });
});

function deps() {
  return {
    storage,
    now: instant(Date.parse(`${today}T09:00:00Z`)),
    random: (byteCount: number) =>
      Uint8Array.from({ length: byteCount }, (_, index) => (index * 7 + (calls += 1) * 13) % 256),
    hashSecret,
    catalogue: DEFAULT_CLAIM_CATALOGUE,
    institution,
  };
}

async function profileOf(username: string): Promise<Profile> {
  const account = await storage.findAccountByUsername(username);
  if (account === undefined) throw new Error(`${username} is not there`);
  return account.profile;
}

describe('the people of the demo campus', () => {
  it('are of every kind: students, faculty, staff with neither record, and one with nothing', () => {
    const people = demoPeople(today).map(({ profile }) => profile);
    const holding = (category: string): number =>
      people.filter(({ records }) => Object.keys(records[category] ?? {}).length > 0).length;
    expect(holding('student')).toBe(3);
    expect(holding('faculty_member')).toBe(2);
    expect(
      people.filter(({ records }) => !('student' in records || 'faculty_member' in records)),
    ).toHaveLength(1);
    expect(people.at(-1)?.records).toEqual({
      person: { short_name: '', full_name: 'Tenzin', display_picture: null },
      ...Object.fromEntries(
        DEFAULT_CLAIM_CATALOGUE.categories.slice(1).map(({ code }) => [code, {}]),
      ),
    });
  });

  it('hold only claims of the catalogue', () => {
    for (const { profile } of demoPeople(today)) {
      for (const [category, record] of Object.entries(profile.records)) {
        for (const field of Object.keys(record)) {
          expect(DEFAULT_CLAIM_CATALOGUE.byCode.has(`${category}.${field}`)).toBe(true);
        }
      }
    }
  });

  it('have numeric usernames, and students one that equals the enrolment number', () => {
    for (const { username, profile } of demoPeople(today)) {
      expect(username).toMatch(/^\d{6}$|^\d{8}$/u);
      const enrolmentNumber = profile.records['student']?.['enrolment_number'];
      expect([username, undefined]).toContain(enrolmentNumber);
    }
  });

  it.each(['2026-11-24', '2031-02-01'])('hold roles of every standing on %s', (day) => {
    const roles = demoPeople(day).flatMap(({ profile }) => [
      ...profile.roles,
      ...profile.customRoles,
    ]);
    const standings = new Set(roles.map((role) => activeStatus(role, day)));
    expect(standings).toEqual(new Set(['IS_ACTIVE', 'HAS_BEEN_ACTIVE', 'WILL_BE_ACTIVE']));
  });

  it('have exactly one maintainer in office', () => {
    const maintainers = demoPeople(today).filter(({ profile }) =>
      hasActiveRole(profile, 'Maintainer', today),
    );
    expect(maintainers.map(({ username }) => username)).toEqual([DEMO_USERNAMES.maintainer]);
  });
});

describe('seeding people', () => {
  it('marks the database, so that production refuses it', async () => {
    expect(await storage.holdsDemoData()).toBe(false);
    await seedDemoPeople(deps());
    expect(await storage.holdsDemoData()).toBe(true);
    expect(await storage.isEmpty()).toBe(false);
  });

  it('lets everyone listed sign in', async () => {
    await seedDemoPeople(deps());
    for (const { username, password } of demoSignIns(today)) {
      const found = await storage.findAccountBySignInIdentifier(
        signInIdentifiers(username, institution),
      );
      expect(found?.account.username).toBe(username);
      expect((await verifyPassword(password, found?.passwordHash ?? null)).matches).toBe(true);
    }
    expect(demoSignIns(today)[0]?.password).toBe(DEMO_PASSWORD);
  });

  it.each([
    ['webmail', 'kabir.singh@institute.example'],
    ['e-mail', 'Kabir.Singh@mail.example'],
    ['phone number', '+91 55501 14017'],
    ['second phone number', '5550114018'],
  ])('lets a person be found by %s', async (_kind, typed) => {
    await seedDemoPeople(deps());
    const found = await storage.findAccountBySignInIdentifier(
      signInIdentifiers(typed, institution),
    );
    expect(found?.account.username).toBe(DEMO_USERNAMES.developer);
  });

  it('stores a picture for each that has one, and no two alike', async () => {
    await seedDemoPeople(deps());
    const pictures = new Set<string>();
    for (const { username } of demoPeople(today).filter(({ avatar }) => avatar !== null)) {
      const path = (await profileOf(username)).records['person']?.['display_picture'] as string;
      expect(path).toMatch(/^kernel\/display_pictures\/[0-9a-f-]{36}\.png$/u);
      const file = await storage.findMedia(path);
      expect(file?.contentType).toBe('image/png');
      const bytes = Buffer.from(file?.bytes ?? []);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 256 });
      pictures.add(bytes.toString('base64'));
    }
    expect(pictures.size).toBe(5);
  });

  it('can be done twice', async () => {
    await seedDemoPeople(deps());
    const first = await storage.findAccountByUsername(DEMO_USERNAMES.staff);
    await seedDemoPeople(deps());
    expect(await storage.findAccountByUsername(DEMO_USERNAMES.staff)).toEqual(first);
  });
});

describe('seeding apps', () => {
  it('registers one that works and one that waits, both by the demo developer', async () => {
    await seedDemoPeople(deps());
    await seedDemoApps(deps());
    const clients = await storage.listClientsForReview();
    expect(clients.map(({ client }) => [client.name, client.status])).toEqual([
      ['Ride Together', 'in-review'],
      ['Mess Menu', 'approved'],
    ]);
    const developer = await storage.findAccountByUsername(DEMO_USERNAMES.developer);
    expect(clients.map(({ client }) => client.createdBy)).toEqual([developer?.id, developer?.id]);
  });

  it('have a team of all roles, a successor, and an invitation that is open', async () => {
    await seedDemoPeople(deps());
    await seedDemoApps(deps());
    const [, approved] = await storage.listClientsForReview();
    const { number, createdBy } = approved!.client;
    const team = await storage.listTeam(number);
    expect(team.map(({ username, role, isSuccessor }) => [username, role, isSuccessor])).toEqual([
      [DEMO_USERNAMES.developer, 'owner', false],
      [DEMO_USERNAMES.formerMaintainer, 'developer', true],
      [DEMO_USERNAMES.staff, 'viewer', false],
    ]);
    const [invitation] = await storage.listInvitations(number, createdBy);
    expect(invitation?.expiresAt).toBeGreaterThan(deps().now);
  });

  it('leaves a history: registered, then approved by the maintainer, then the team grew', async () => {
    await seedDemoPeople(deps());
    await seedDemoApps(deps());
    const [, approved] = await storage.listClientsForReview();
    const dossier = await storage.findClientForReview(approved?.client.number ?? 0);
    expect(dossier?.history.map(({ type, actorName }) => [type, actorName])).toEqual([
      ['invitation-sent', 'Kabir Singh'],
      ['member-added', 'Kabir Singh'],
      ['successor-named', 'Kabir Singh'],
      ['member-added', 'Kabir Singh'],
      ['approved', 'Ananya Iyer'],
      ['registered', 'Kabir Singh'],
    ]);
    expect(dossier?.client.approvedClaims).toEqual(dossier?.client.requestedClaims);
  });

  it('can be done twice', async () => {
    await seedDemoPeople(deps());
    await seedDemoApps(deps());
    await seedDemoApps(deps());
    expect(await storage.listClientsForReview()).toHaveLength(2);
  });

  it('needs the demo people', async () => {
    await expect(seedDemoApps(deps())).rejects.toThrow(
      `The demo person ${DEMO_USERNAMES.developer} is not there.`,
    );
  });
});
