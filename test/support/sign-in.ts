import type { Browser, Page } from './browser.ts';
import { PASSWORD, PEOPLE, type PersonName } from './people.ts';

/** Fills in the sign-in form on a page, and answers where that leads. */
export async function signIn(browser: Browser, page: Page, person: PersonName): Promise<Page> {
  const form = page
    .form({ button: 'Sign in' })
    .fill('Username, email address or phone number', PEOPLE[person].username)
    .fill('Password', PASSWORD);
  return browser.submit(page, form.press('Sign in'));
}
