import { describe, expect, it } from 'vitest';
import type { Account } from '../domain/account.ts';
import { EVERY_AUDIT_EVENT } from '../domain/audit-event.ts';
import { type AuditFilterForm, parseAuditFilter } from './audit-filter.ts';

const EMPTY: AuditFilterForm = { by: '', action: '', about: '', from: '', to: '' };

async function parse(form: Partial<AuditFilterForm>, timeZone = 'Asia/Kolkata') {
  const storage = {
    findAccountByUsername: async (username: string) =>
      username === '20112033' ? ({ id: 7 } as Account) : undefined,
  };
  return parseAuditFilter({ ...EMPTY, ...form }, { storage, timeZone });
}

describe('a filter of the audit log', () => {
  it('is everything when nothing was typed', async () => {
    expect(await parse({})).toEqual({ type: 'filter', filter: EVERY_AUDIT_EVENT });
  });

  it('names a person by username, an action or its area, and a subject', async () => {
    const form = { by: ' 20112033 ', action: 'client', about: 'client:3' };
    expect(await parse(form)).toMatchObject({
      filter: { actor: 7, action: 'client', subject: { type: 'client', id: '3' } },
    });
    expect(await parse({ action: 'client.approved' })).toMatchObject({ type: 'filter' });
  });

  it.each([
    ['Asia/Kolkata', '2026-11-23T18:30:00Z', '2026-11-24T18:30:00Z'],
    ['UTC', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'],
    ['Pacific/Kiritimati', '2026-11-23T10:00:00Z', '2026-11-24T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-11-24T11:00:00Z', '2026-11-25T11:00:00Z'],
  ])('means whole days in %s', async (timeZone, from, until) => {
    expect(await parse({ from: '2026-11-24', to: '2026-11-24' }, timeZone)).toMatchObject({
      filter: { from: Date.parse(from), until: Date.parse(until) },
    });
  });

  it('means the day also where it has 25 hours', async () => {
    const day = { from: '2026-10-25', to: '2026-10-25' };
    expect(await parse(day, 'Europe/Berlin')).toMatchObject({
      filter: {
        from: Date.parse('2026-10-24T22:00:00Z'),
        until: Date.parse('2026-10-25T23:00:00Z'),
      },
    });
  });

  it('tells all that is wrong at once', async () => {
    const form = { by: 'x', action: 'client.', about: 'app:3', from: '2026-02-30', to: 'today' };
    expect(await parse(form)).toEqual({
      type: 'invalid',
      problems: {
        by: 'no-such-person',
        action: 'no-such-action',
        about: 'no-subject',
        from: 'no-date',
        to: 'no-date',
      },
    });
  });
});
