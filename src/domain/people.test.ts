import { describe, expect, it } from 'vitest';
import type { RoleAssignment, RoleName } from './account.ts';
import { rolesAfter, searchWords } from './people.ts';

const student: RoleAssignment<RoleName> = {
  role: 'Student',
  startDate: '2020-07-01',
  endDate: '2024-05-31',
};
const maintainer: RoleAssignment<RoleName> = {
  role: 'Maintainer',
  startDate: '2025-01-01',
  endDate: null,
};

describe('a role that is given', () => {
  it('stands beside the others', () => {
    const given = { role: 'Guest', startDate: '2026-01-01', endDate: null } as const;
    expect(rolesAfter([student], { type: 'given', ...given })).toEqual([student, given]);
  });

  it('takes the place of the same role at the same time, and leaves what was over as history', () => {
    const earlier = { ...maintainer, startDate: '2021-01-01', endDate: '2021-12-31' };
    const given = { role: 'Maintainer', startDate: '2025-06-01', endDate: '2026-06-01' } as const;
    expect(rolesAfter([earlier, maintainer], { type: 'given', ...given })).toEqual([
      earlier,
      given,
    ]);
  });
});

describe('a role that is ended', () => {
  const ended = { type: 'ended', role: 'Maintainer', today: '2026-03-01' } as const;

  it('had its last day yesterday', () => {
    expect(rolesAfter([student, maintainer], ended)).toEqual([
      student,
      { ...maintainer, endDate: '2026-02-28' },
    ]);
  });

  it('was never held when it would begin today or later', () => {
    expect(rolesAfter([{ ...maintainer, startDate: '2026-03-01' }], ended)).toEqual([]);
    expect(rolesAfter([{ ...maintainer, startDate: '2027-03-01' }], ended)).toEqual([]);
  });

  it('stays as it was when it was over before', () => {
    const over = { ...maintainer, endDate: '2025-12-31' };
    expect(rolesAfter([over], ended)).toEqual([over]);
  });
});

describe('the words of a name or a search', () => {
  it('are in lower case, each once, whatever stands between them', () => {
    expect(searchWords('  Aarohi  Mehta, (aarohi)\nआरोही ＡＢ')).toEqual([
      'aarohi',
      'mehta',
      'आरोही',
      'ab',
    ]);
  });

  it('are none in a text without any', () => expect(searchWords(' , ')).toEqual([]));
});
