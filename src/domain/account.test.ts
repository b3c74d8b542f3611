import { describe, expect, it } from 'vitest';

import { activeStatus, displayName, hasActiveRole, type Profile } from './account.ts';
import { calendarDate, instant } from './clock.ts';
import { randomAlphanumeric } from './random.ts';

describe('wire contract §1.3: a role is active from its first to its last day', () => {
  const role = { role: 'Student', startDate: '2026-01-10', endDate: '2026-01-20' } as const;

  it.each([
    ['2026-01-09', 'WILL_BE_ACTIVE'],
    ['2026-01-10', 'IS_ACTIVE'],
    ['2026-01-20', 'IS_ACTIVE'],
    ['2026-01-21', 'HAS_BEEN_ACTIVE'],
  ])('on %s: %s', (today, expected) => {
    expect(activeStatus(role, today)).toBe(expected);
  });

  it('never ends without an end', () => {
    expect(activeStatus({ ...role, endDate: null }, '2999-01-01')).toBe('IS_ACTIVE');
  });

  it('counts only while active', () => {
    const profile: Profile = { records: {}, roles: [role], customRoles: [] };
    expect(hasActiveRole(profile, 'Student', '2026-01-15')).toBe(true);
    expect(hasActiveRole(profile, 'Student', '2026-02-01')).toBe(false);
    expect(hasActiveRole(profile, 'Maintainer', '2026-01-15')).toBe(false);
  });
});

describe('the calendar date', () => {
  it('is the one of the institution, not of Greenwich', () => {
    const lateEvening = instant(Date.UTC(2026, 10, 24, 20, 0));
    expect(calendarDate(lateEvening, 'Asia/Kolkata')).toBe('2026-11-25');
    expect(calendarDate(lateEvening, 'UTC')).toBe('2026-11-24');
  });
});

describe('the name to greet a person by', () => {
  it('is never empty', () => {
    const profile: Profile = { records: {}, roles: [], customRoles: [] };
    const nobody = {
      environment: 'live',
      id: 7,
      username: null,
      profile,
      isActive: true,
      language: null,
    } as const;
    expect(displayName(nobody)).toBe('User 7');
    expect(displayName({ ...nobody, username: '15114009' })).toBe('15114009');
    const named = { ...profile, records: { person: { short_name: 'Dhruv', full_name: '' } } };
    expect(displayName({ ...nobody, profile: named })).toBe('Dhruv');
  });
});

describe('wire contract §5: codes and tokens are [A-Za-z0-9]', () => {
  it('skips bytes that would favour some letters', () => {
    const bytes = [255, 248, 0, 61, 62, 247];
    let position = 0;
    const random = (count: number): Uint8Array =>
      Uint8Array.from({ length: count }, () => bytes[position++ % bytes.length] ?? 0);
    expect(randomAlphanumeric(random, 4)).toBe('A9A9');
  });
});
