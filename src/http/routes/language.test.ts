import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import { askConsent } from '../../../test/support/consent.ts';
import { elements } from '../../../test/support/html.ts';
import { PASSWORD, PEOPLE } from '../../../test/support/people.ts';
import { seedClient } from '../../../test/support/seeded-client.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';

const HINDI = { headers: { 'accept-language': 'hi-IN,hi;q=0.9,en;q=0.1' } };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());
beforeEach(() => {
  // Limits of one test are not those of the next.
  server.clock.advance(3600);
});

function languageOf(page: Page): string | undefined {
  return elements(page.document, 'html')[0]?.attributes['lang'];
}

async function choose(browser: Browser, page: Page, name: 'English' | 'हिन्दी'): Promise<Page> {
  return browser.submit(page, page.form({ action: '/language' }).press(name));
}

describe('the language of a page', () => {
  it('is what the browser asks for first among ours', async () => {
    const browser = await server.browser();
    const hindi = await browser.visit('/auth/login', HINDI);
    expect(languageOf(hindi)).toBe('hi');
    expect(hindi.title).toBe('साइन इन');
    const english = await browser.visit('/auth/login', {
      headers: { 'accept-language': 'fr, en;q=0.9, hi;q=0.8' },
    });
    expect(languageOf(english)).toBe('en');
    expect(english.title).toBe('Sign in');
  });

  it('is the institution’s for whoever asks for none of ours', async () => {
    const browser = await server.browser();
    expect(languageOf(await browser.visit('/'))).toBe('en');
    const french = { headers: { 'accept-language': 'fr' } };
    expect(languageOf(await browser.visit('/', french))).toBe('en');
  });

  it('is that of the request on errors as well', async () => {
    const browser = await server.browser();
    const missing = await browser.visit('/nowhere', HINDI);
    expect(missing.status).toBe(404);
    expect(languageOf(missing)).toBe('hi');
    expect(missing.title).toBe('यह पेज मौजूद नहीं है');
    const wrong = await browser.visit('/oauth/authorise?client_id=unknown', HINDI);
    expect(wrong.title).toBe('हम इस ऐप को नहीं जानते');
    const forged = await browser.send('POST /auth/login', {
      headers: { ...HINDI.headers, 'sec-fetch-site': 'cross-site' },
      form: [['identifier', 'x']],
    });
    expect(forged.status).toBe(403);
    expect(forged.body).toContain('<html lang="hi">');
  });

  it('leaves what apps read alone', async () => {
    const answer = await server.request('GET /open_auth/get_user_data/', {
      headers: { ...HINDI.headers },
    });
    expect(answer.body).toBe('{"detail":"Authentication credentials were not provided."}');
  });
});

describe('choosing a language', () => {
  it('comes back to the same page, wins over the header, and lasts', async () => {
    const browser = await server.browser();
    const address = '/auth/login?next=%2Faccount%3Ftab%3D1%26x%3Dy';
    const page = await browser.visit(address);
    const chosen = await choose(browser, page, 'हिन्दी');
    expect(chosen.url.pathname + chosen.url.search).toBe(address);
    expect(languageOf(chosen)).toBe('hi');
    const later = await browser.visit('/', { headers: { 'accept-language': 'en' } });
    expect(languageOf(later)).toBe('hi');
    const back = await choose(browser, later, 'English');
    expect(languageOf(await browser.visit('/', HINDI))).toBe('en');
    expect(languageOf(back)).toBe('en');
  });

  it('is kept for a year, out of reach of scripts', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/');
    const form = page.form({ action: '/language' }).press('हिन्दी');
    const answer = await browser.send('POST /language', {
      headers: { 'sec-fetch-site': 'same-origin' },
      form: form.fields,
    });
    expect(answer.status).toBe(303);
    expect(answer.headers['set-cookie']?.join('\n')).toMatch(
      /^language=hi; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/mu,
    );
  });

  it('from the answer to a form comes back to the page of the form', async () => {
    const browser = await server.browser();
    const address = '/auth/login?next=%2Faccount';
    const page = await browser.visit(address);
    const submission = page
      .form({ action: '/auth/login' })
      .fill('Username, email address or phone number', 'nobody')
      .fill('Password', 'wrong')
      .press('Sign in');
    const refused = await browser.send('POST /auth/login', {
      headers: { 'sec-fetch-site': 'same-origin', referer: page.url.href },
      form: submission.fields,
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('name="next" value="/auth/login?next=%2Faccount"');
    const elsewhere = await browser.send('POST /auth/login', {
      headers: { 'sec-fetch-site': 'same-origin', referer: 'https://evil.example/auth/login' },
      form: submission.fields,
    });
    expect(elsewhere.body).toContain('name="next" value="/"');
  });

  it.each([
    ['//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['/account', '/account'],
  ])('goes on to a page of ours only: %s leads to %s', async (next, location) => {
    const browser = await server.browser();
    const page = await browser.visit('/');
    const { fields } = page.form({ action: '/language' }).press('हिन्दी');
    const answer = await browser.send('POST /language', {
      headers: { 'sec-fetch-site': 'same-origin' },
      form: [...fields, ['next', next]],
    });
    expect(answer.headers.location).toBe(location);
  });

  it('takes no language that we do not have', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/');
    const { fields } = page.form({ action: '/language' }).press('हिन्दी');
    const answer = await browser.send('POST /language', {
      headers: { 'sec-fetch-site': 'same-origin' },
      form: [...fields, ['language', 'xx']],
    });
    expect(answer.status).toBe(303);
    expect(answer.headers['set-cookie'] ?? []).toEqual([]);
  });
});

describe('the consent screen in Hindi', () => {
  it('names the data in Hindi, and can be read before anything is decided', async () => {
    const client = await seedClient(server, {
      name: 'Pustakalaya',
      claims: ['person.full_name', 'person.roles', 'student.branch.name'],
    });
    const browser = await server.browser('student');
    const english = await askConsent(browser, client);
    const page = await choose(browser, english, 'हिन्दी');
    expect(page.title).toBe('Pustakalaya आपका डेटा पढ़ना चाहता है');
    expect(page.described('पूरा नाम')).not.toBe('');
    expect(page.described('भूमिकाएँ')).toContain('(सक्रिय)');
    expect(page.text).toContain('व्यक्तिगत जानकारी');
    const allowed = await browser.submit(page, page.form({ button: 'अनुमति दें' }).press('अनुमति दें'));
    expect(allowed.url.searchParams.get('code')).toMatch(/^[A-Za-z0-9]{30}$/u);
  });
});

describe('mails', () => {
  async function forgetPassword(username: string): Promise<string> {
    const before = server.mails.length;
    // Somebody's English browser asks; the answer is the person's all the same.
    const browser = await server.browser();
    const page = await browser.visit('/auth/forgot-password');
    const form = page
      .form({ button: 'Mail me a link' })
      .fill('Username, email address or phone number', username);
    await browser.submit(page, form.press());
    await expect.poll(() => server.mails.length).toBe(before + 1);
    return server.mails.at(-1)!.subject;
  }

  it('are in the language that the person chose', async () => {
    const browser = await server.browser('faculty');
    await choose(browser, await browser.visit('/account'), 'हिन्दी');
    expect(await forgetPassword(PEOPLE.faculty.username)).toBe(
      'Test Institute के लिए नया पासवर्ड चुनें',
    );
    await choose(browser, await browser.visit('/account'), 'English');
    expect(await forgetPassword(PEOPLE.faculty.username)).toBe(
      'Choose a new password for Test Institute',
    );
  });

  it('follow a choice made before signing in, unless the person chose before', async () => {
    const enter = async (browser: Browser, { username }: { readonly username: string }) => {
      const page = await browser.visit('/auth/login');
      const form = page
        .form({ action: '/auth/login' })
        .fill('यूज़रनेम, ईमेल पता या फ़ोन नंबर', username)
        .fill('पासवर्ड', PASSWORD);
      expect((await browser.submit(page, form.press())).url.pathname).toBe('/feed');
    };
    const language = async ({ username }: { readonly username: string }) =>
      (await server.storage.findAccountByUsername(username))?.language;
    await server.storage.chooseLanguage(server.people.maintainer.id, 'en');

    const browser = await server.browser();
    await choose(browser, await browser.visit('/'), 'हिन्दी');
    await enter(browser, PEOPLE.staff);
    expect(await language(PEOPLE.staff)).toBe('hi');
    const another = await server.browser();
    await choose(another, await another.visit('/'), 'हिन्दी');
    await enter(another, PEOPLE.maintainer);
    expect(await language(PEOPLE.maintainer)).toBe('en');
  });

  it('of a person who chose one follow them to other browsers', async () => {
    const browser = await server.browser('developer');
    await choose(browser, await browser.visit('/account'), 'हिन्दी');
    const fresh = await server.browser('developer');
    expect(languageOf(await fresh.visit('/account'))).toBe('hi');
  });
});
