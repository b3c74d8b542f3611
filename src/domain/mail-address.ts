import type { Profile } from './account.ts';

/**
 * Where to write to a person: the e-mail address they proved to be theirs, else the institute's webmail.
 * An address nobody verified is never used: it may belong to somebody else.
 * @returns undefined when there is none
 */
export function mailAddress(profile: Profile): string | undefined {
  const contact = profile.records['contact_information'];
  const verified = contact?.['email_address_verified'] === true;
  return (
    (verified ? address(contact['email_address']) : undefined) ??
    address(contact?.['institute_webmail_address'])
  );
}

function address(value: unknown): string | undefined {
  return typeof value === 'string' && isMailAddress(value) ? value : undefined;
}

/** Whether a text can stand in the To header: one address, nothing that could start another header (RFC 5321 §4.5.3.1.3). */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;]+@[^\s@<>,;]+$/u.test(text);
}
