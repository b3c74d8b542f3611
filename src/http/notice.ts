import type { Notice } from '../pages/page-frame.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import type { AppContext } from './environment.ts';

/** What a page can tell once, after a form did its work. Only the code travels in the cookie. */
const NOTICES = {
  'signed-out': 'You are signed out.',
  'password-changed': 'Your password is changed. Other browsers are signed out.',
  'password-reset': 'Your password is changed. Sign in with the new one.',
  'access-ended': 'The app no longer has access to your data.',
  'session-ended': 'That browser is signed out.',
  'other-sessions-ended': 'All other browsers are signed out.',
  'details-changed': 'The details are saved.',
  'redirect-uris-changed': 'The redirect URIs are saved and in force.',
  'claims-in-review': 'Saved. The app is back in review, because it asks for other data now.',
  'claims-changed': 'The data points are saved. The approval stays.',
  'logo-changed': 'The logo is saved.',
  'logo-removed': 'The logo is removed.',
  'member-added': 'The new team member can see and change this app now.',
  'member-removed': 'The person is no longer in the team.',
  'app-deleted': 'The app is deleted, and every token it had is dead.',
  'app-resubmitted': 'The app is in review again.',
  'decision-recorded': 'The decision is recorded, and the team is told by mail.',
} as const;
export type NoticeCode = keyof typeof NOTICES;

/** Shown by the next page within a minute. */
export function leaveNotice(c: AppContext, code: NoticeCode): void {
  writeCookie(c, 'notice', { value: code, maxAge: 60 });
}

/** What to tell on this page, told once. */
export function takeNotice(c: AppContext): Notice | null {
  const code = readCookie(c, 'notice');
  if (code === undefined) return null;
  dropCookie(c, 'notice');
  return Object.hasOwn(NOTICES, code)
    ? { type: 'success', text: NOTICES[code as NoticeCode] }
    : null;
}
