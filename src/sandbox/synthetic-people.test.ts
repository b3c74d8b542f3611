import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import { activeStatus, type AccountIn, displayName } from '../domain/account.ts';
import { DEFAULT_CLAIM_CATALOGUE, DEFAULT_CLAIM_SOURCES } from '../domain/claim-catalogue.ts';
import { claimCatalogue } from '../domain/claim.ts';
import { ensureSyntheticPeople } from './ensure-synthetic-people.ts';
import { SYNTHETIC_KINDS, syntheticKind, syntheticPeople } from './synthetic-people.ts';

const people = syntheticPeople(DEFAULT_CLAIM_CATALOGUE);
const everyone = people.map(({ profile }) => profile);

describe('the synthetic people', () => {
  it('are of every kind that an app may meet', () => {
    expect(people.map(({ kind }) => kind)).toEqual(SYNTHETIC_KINDS);
    const holding = (category: string) =>
      everyone.filter(({ records }) => Object.keys(records[category] ?? {}).length > 0).length;
    expect(holding('student')).toBe(4);
    expect(holding('faculty_member')).toBe(1);
    expect(everyone.some(({ records }) => !('student' in records) && 'person' in records)).toBe(
      true,
    );
    expect(everyone.some(({ records }) => Object.keys(records).length === 0)).toBe(true);
    expect(
      everyone.some(({ records }) => /\p{Script=Devanagari}/u.test(JSON.stringify(records))),
    ).toBe(true);
    const pictures = everyone.map(({ records }) => records['person']?.['display_picture']);
    expect(pictures).toContain(null);
    expect(pictures.some((path) => typeof path === 'string')).toBe(true);
  });

  it.each(['2026-11-24', '2100-01-01'])('hold roles of every standing on %s', (today) => {
    const roles = everyone.flatMap((profile) => [...profile.roles, ...profile.customRoles]);
    expect(new Set(roles.map((role) => activeStatus(role, today)))).toEqual(
      new Set(['IS_ACTIVE', 'HAS_BEEN_ACTIVE', 'WILL_BE_ACTIVE']),
    );
  });

  it('have usernames that are numbers, and enrolment numbers that equal them', () => {
    for (const { username, profile, kind } of people) {
      expect(username).toMatch(/^9999\d{2}$|^99999\d{3}$/u);
      expect(String(Number(username))).toBe(username);
      const number = profile.records['student']?.['enrolment_number'];
      expect([username, undefined]).toContain(number);
      expect(syntheticKind(username)).toBe(kind);
    }
    expect(syntheticKind('15114009')).toBeUndefined();
    expect(syntheticKind(null)).toBeUndefined();
  });

  it('live nowhere: no address of theirs can be reached', () => {
    const text = JSON.stringify(everyone);
    for (const [, host] of text.matchAll(/(?:@|https:\/\/)([\w.-]+)/gu)) {
      expect(host).toMatch(/\.example$/u);
    }
  });

  it('hold only claims of the catalogue', () => {
    for (const { records } of everyone) {
      for (const [category, record] of Object.entries(records)) {
        for (const field of Object.keys(record)) {
          expect(DEFAULT_CLAIM_CATALOGUE.byCode.has(`${category}.${field}`)).toBe(true);
        }
      }
    }
  });

  it('know an institution’s own data points: one of them has a value for each', () => {
    const own = {
      code: 'library',
      label: 'Library',
      claims: [
        { code: 'library.card_number', label: 'Card number', type: 'string' as const },
        { code: 'library.borrowed_books', label: 'Borrowed books', type: 'integer' as const },
        { code: 'library.is_blocked', label: 'Blocked', type: 'boolean' as const },
        { code: 'library.valid_until', label: 'Valid until', type: 'date' as const },
      ],
    };
    const [first, second] = syntheticPeople(claimCatalogue([...DEFAULT_CLAIM_SOURCES, own]));
    expect(first?.profile.records['library']).toEqual({
      card_number: 'Sandbox',
      borrowed_books: 7,
      is_blocked: true,
      valid_until: '2020-02-29',
    });
    expect(second?.profile.records['library']).toBeUndefined();
  });
});

describe('ensuring that the synthetic people are there', () => {
  let campus: TestCampus;
  beforeEach(async () => {
    campus = await openTestCampus();
  });
  afterEach(async () => campus.close());

  const ensure = async () =>
    ensureSyntheticPeople({
      storage: campus.storage,
      catalogue: DEFAULT_CLAIM_CATALOGUE,
      now: campus.deps.now,
    });

  it('can be done at every start, by several processes at once', async () => {
    await Promise.all([ensure(), ensure(), ensure()]);
    const stored = await campus.storage.listSyntheticPeople();
    expect(stored.map(({ username }) => username)).toEqual(people.map(({ username }) => username));
    await ensure();
    expect(await campus.storage.listSyntheticPeople()).toEqual(stored);
    expect(await campus.storage.isEmpty()).toBe(true);
  });

  it('draws a picture for each that has one', async () => {
    await ensure();
    const paths = (await campus.storage.listSyntheticPeople()).flatMap(pictureOf);
    expect(paths).toHaveLength(4);
    for (const path of paths) {
      expect(path).toMatch(/^kernel\/display_pictures\/[0-9a-f-]{36}\.png$/u);
      expect((await campus.storage.findMedia(path))?.contentType).toBe('image/png');
    }
  });

  it('gives everybody a name to be chosen by', async () => {
    await ensure();
    const names = (await campus.storage.listSyntheticPeople()).map(displayName);
    expect(new Set(names).size).toBe(people.length);
  });
});

function pictureOf({ profile }: AccountIn<'sandbox'>): string[] {
  const path = profile.records['person']?.['display_picture'];
  return typeof path === 'string' ? [path] : [];
}
