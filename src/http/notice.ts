import type { Messages } from '../pages/messages/messages.ts';
import type { Notice } from '../pages/page-frame.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import type { AppContext } from './environment.ts';
import { pageTexts } from './language.ts';

/** Names one of the texts that a page can tell once, after a form did its work. Only the name travels in the cookie. */
export type NoticeCode = keyof Messages['notices'];

/** Shown by the next page within a minute. */
export function leaveNotice(c: AppContext, code: NoticeCode): void {
  writeCookie(c, 'notice', { value: code, maxAge: 60 });
}

/** What to tell on this page, told once. */
export function takeNotice(c: AppContext): Notice | null {
  const code = readCookie(c, 'notice');
  if (code === undefined) return null;
  dropCookie(c, 'notice');
  const { notices } = pageTexts(c);
  return Object.hasOwn(notices, code)
    ? { type: 'success', text: notices[code as NoticeCode] }
    : null;
}
