import { describe, expect, it } from 'vitest';
import type { RoleAssignment, RoleName } from './account.ts';
import { isOwnedWithout, isPresent, ownershipOf, stayOf } from './client-ownership.ts';
import type { ClientRole } from './client-role.ts';

const TODAY = '2026-11-24';
const DAYS = { today: TODAY, soon: '2026-12-24' };

function account(ends: readonly (string | null)[], isActive = true) {
  const roles = ends.map((endDate): RoleAssignment<RoleName> => ({
    role: 'Student',
    startDate: '2020-01-01',
    endDate,
  }));
  return { isActive, profile: { records: {}, roles, customRoles: [] } };
}

function member(
  accountId: number,
  role: ClientRole,
  changes: {
    readonly lastDay?: string | null;
    readonly isActive?: boolean;
    readonly isSuccessor?: boolean;
  } = {},
) {
  const { lastDay = null, isActive = true, isSuccessor = false } = changes;
  return { accountId, role, isSuccessor, stay: { isActive, lastDay } };
}

describe('how long somebody is here', () => {
  it.each([
    ['who never held a role', account([]), null],
    ['with a role without end', account(['2020-06-30', null]), null],
    ['with roles that end', account(['2027-06-30', '2026-12-31']), '2027-06-30'],
  ])('%s', (_who, person, lastDay) => {
    expect(stayOf(person)).toEqual({ isActive: true, lastDay });
  });

  it('counts what the institution calls roles of its own', () => {
    const person = account(['2026-06-30']);
    const customRoles = [{ role: 'clubs.Secretary', startDate: '2026-01-01', endDate: null }];
    expect(stayOf({ ...person, profile: { ...person.profile, customRoles } }).lastDay).toBeNull();
  });

  it('includes the last day, and ends with a deactivation', () => {
    expect(isPresent(stayOf(account([TODAY])), TODAY)).toBe(true);
    expect(isPresent(stayOf(account(['2026-11-23'])), TODAY)).toBe(false);
    expect(isPresent(stayOf(account([null], false)), TODAY)).toBe(false);
  });
});

describe('the ownership of a client', () => {
  it('is fine as long as one owner stays', () => {
    const team = [
      member(1, 'owner', { lastDay: '2026-12-01' }),
      member(2, 'owner', { lastDay: '2027-06-30' }),
    ];
    expect(ownershipOf(team, DAYS)).toEqual({ type: 'owned' });
  });

  it('ends with the last of its owners', () => {
    const heir = member(3, 'viewer', { isSuccessor: true });
    const team = [
      member(1, 'owner', { lastDay: '2026-12-01' }),
      member(2, 'owner', { lastDay: '2026-12-24' }),
      heir,
    ];
    expect(ownershipOf(team, DAYS)).toEqual({
      type: 'ends',
      lastDay: '2026-12-24',
      successor: heir,
    });
  });

  it('is nobody’s when no owner is here: then it is for the successor, or the developer who joined first', () => {
    const gone = member(1, 'owner', { isActive: false });
    const away = member(2, 'developer', { lastDay: '2026-01-01' });
    const viewer = member(3, 'viewer');
    const first = member(4, 'developer');
    const second = member(5, 'developer', { isSuccessor: true });
    const team = [gone, away, viewer, first, second];
    expect(ownershipOf(team, DAYS)).toEqual({
      type: 'ownerless',
      successor: second,
      nextInLine: first,
    });
    expect(ownershipOf([gone, away, viewer], DAYS)).toEqual({
      type: 'ownerless',
      successor: undefined,
      nextInLine: undefined,
    });
  });

  it('does not pass to a successor who is gone as well', () => {
    const heir = member(2, 'developer', { isSuccessor: true, isActive: false });
    expect(ownershipOf([member(1, 'owner', { isActive: false }), heir], DAYS)).toMatchObject({
      successor: undefined,
    });
  });

  it('is left to another owner only if that one is here', () => {
    const one = member(1, 'owner');
    const without = { accountId: 1, today: TODAY };
    expect(isOwnedWithout([one, member(2, 'owner')], without)).toBe(true);
    expect(isOwnedWithout([one, member(2, 'owner', { isActive: false })], without)).toBe(false);
    expect(isOwnedWithout([one, member(2, 'developer')], without)).toBe(false);
  });
});
