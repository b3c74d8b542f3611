import { describe, expect, it } from 'vitest';
import { parseRoleForm } from './role-form.ts';

const TODAY = '2026-11-24';

describe('a role that is typed', () => {
  it('starts today and has no end unless said otherwise', () => {
    expect(parseRoleForm({ role: 'Maintainer', startDate: '', endDate: '' }, TODAY)).toEqual({
      type: 'change',
      change: { type: 'given', role: 'Maintainer', startDate: TODAY, endDate: null },
    });
  });

  it('may start and end on the same day', () => {
    const form = { role: 'Guest', startDate: '2027-01-01', endDate: '2027-01-01' };
    expect(parseRoleForm(form, TODAY)).toMatchObject({ type: 'change' });
  });

  it.each([
    [{ role: 'King', startDate: '', endDate: '' }, { role: 'no-such-role' }],
    [{ role: 'Guest', startDate: '2026-02-30', endDate: '' }, { startDate: 'no-date' }],
    [{ role: 'Guest', startDate: '', endDate: 'soon' }, { endDate: 'no-date' }],
    [{ role: 'Guest', startDate: '', endDate: '2026-11-23' }, { endDate: 'ends-before-it-starts' }],
  ])('is refused when it is %o', (form, problems) => {
    expect(parseRoleForm(form, TODAY)).toEqual({ type: 'invalid', problems });
  });
});
