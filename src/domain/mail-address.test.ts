import { describe, expect, it } from 'vitest';
import type { Profile, ProfileRecord } from './account.ts';
import { mailAddress } from './mail-address.ts';

const profile = (contact: ProfileRecord | null): Profile => ({
  records: contact === null ? {} : { contact_information: contact },
  roles: [],
  customRoles: [],
});

describe('the address a person is written to', () => {
  it('is the e-mail address they verified', () => {
    const contact = {
      email_address: 'asha@mail.example',
      email_address_verified: true,
      institute_webmail_address: 'asha@institute.example',
    };
    expect(mailAddress(profile(contact))).toBe('asha@mail.example');
  });

  it('is the institute webmail address when the other one is not verified or not there', () => {
    const webmail = { institute_webmail_address: 'asha@institute.example' };
    expect(
      mailAddress(
        profile({ ...webmail, email_address: 'x@y.example', email_address_verified: false }),
      ),
    ).toBe('asha@institute.example');
    expect(
      mailAddress(profile({ ...webmail, email_address: null, email_address_verified: true })),
    ).toBe('asha@institute.example');
  });

  it('is never an address nobody verified', () => {
    expect(mailAddress(profile({ email_address: 'x@y.example' }))).toBeUndefined();
    expect(mailAddress(profile(null))).toBeUndefined();
  });

  it.each(['', 'no address', 'a@b\r\nBcc: c@d', 'a@b, c@d', 'A <a@b>', 7])(
    'is never something that is not one address: %j',
    (value) => {
      expect(mailAddress(profile({ institute_webmail_address: value }))).toBeUndefined();
    },
  );
});
