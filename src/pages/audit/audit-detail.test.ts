import { describe, expect, it } from 'vitest';

import { AUDIT_ACTIONS, type AuditEvent } from '../../domain/audit-event.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { messages } from '../messages/messages.ts';
import { actionText, detailText, subjectText } from './audit-detail.ts';

function event(details: AuditEvent['details']): AuditEvent {
  return {
    seq: 1,
    at: 0 as AuditEvent['at'],
    actor: null,
    action: 'client.approved',
    subject: { type: 'client', id: '3', label: 'Noticeboard' },
    details,
    previousHash: '0',
    hash: '1',
  };
}

const english = (details: AuditEvent['details']): string => detailText(event(details), 'en');

describe('what an entry of the audit log says', () => {
  it.each(LANGUAGES)('is in words for every action there is, in %s', (language) => {
    const { audit } = messages(language);
    for (const action of AUDIT_ACTIONS) expect(actionText(action, audit)).not.toBe(action);
  });

  it('is the name of an action that a newer program wrote', () => {
    expect(actionText('client.cloned', messages('en').audit)).toBe('client.cloned');
  });

  it('names the data points that came, went and are said otherwise', () => {
    expect(
      english({
        revision: 2,
        state: 'in-review',
        change: '+person.roles\n+student.branch\n-person.email\n~person.full_name',
      }),
    ).toBe(
      'Revision 2, In review, asks for person.roles and student.branch, no longer for person.email, ' +
        'says something else about person.full_name',
    );
  });

  it('names the redirect URIs that came and went', () => {
    expect(english({ added: ['https://a.example/cb'], removed: [] })).toBe(
      'added https://a.example/cb',
    );
  });

  it('tells what an app was called, and whether it keeps a secret now', () => {
    const changed = { formerName: 'Menu', clientType: 'public', description: 'changed' };
    expect(english(changed)).toBe('its name was Menu, now keeps no secret, another description');
    const same = { formerName: null, clientType: null, description: null };
    expect(english(same)).toBe('');
  });

  it('is in the reader’s language', () => {
    const details = { revision: 1, state: 'draft' };
    expect(detailText(event(details), 'hi')).toBe('संस्करण 1, ड्राफ़्ट');
    const member = { member: 3, name: 'Asha', role: 'owner' };
    expect(english(member)).toBe('Asha, Role: Owner');
    expect(detailText(event(member), 'hi')).not.toContain('owner');
  });

  it('calls parts of this program what they are called in the reader’s language', () => {
    const about = (type: string, id: string, label: string): AuditEvent => ({
      ...event({}),
      subject: { type, id, label },
    });
    const settings = about('settings', 'identity', 'identity');
    expect(subjectText(settings, 'en')).toBe('Name and look');
    expect(subjectText(settings, 'hi')).toBe(messages('hi').institution.concerns.identity);
    expect(subjectText(about('audit', 'log', 'Audit log'), 'hi')).toBe(messages('hi').audit.title);
    expect(subjectText(about('settings', 'colours', 'colours'), 'hi')).toBe('colours');
    expect(subjectText(about('client', '3', 'Noticeboard'), 'hi')).toBe('Noticeboard');
  });
});
