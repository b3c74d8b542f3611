import { mediaUrl } from '../domain/media.ts';
import type { IdentitySettings } from '../domain/settings.ts';
import type { Brand } from '../pages/page-frame.ts';
import { themeUrl } from './theme.ts';

/** What pages show of the institution beside its name. */
export function brandOf(identity: IdentitySettings): Brand {
  const { logoPath, supportContact } = identity;
  return {
    theme: themeUrl(identity),
    logo: logoPath === null ? null : mediaUrl(logoPath),
    contact: supportContact === null ? null : contactLink(supportContact),
  };
}

/** @param contact an e-mail address or an https address */
function contactLink(contact: string): NonNullable<Brand['contact']> {
  return contact.startsWith('https://')
    ? { href: contact, label: contact.slice('https://'.length).replace(/\/$/u, '') }
    : { href: `mailto:${encodeURIComponent(contact).replace('%40', '@')}`, label: contact };
}
