import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../../test/support/browser.ts';
import type { PageForm, Submission } from '../../../../test/support/page-form.ts';
import { PEOPLE } from '../../../../test/support/people.ts';
import { obtainTokens } from '../../../../test/support/provider-client.ts';
import { seedClient } from '../../../../test/support/seeded-client.ts';
import { startTestServer, type TestServer } from '../../../../test/support/test-server.ts';

let server: TestServer;
let maintainer: Browser;
let other: Browser;

beforeAll(async () => {
  server = await startTestServer();
  const { faculty } = server.people;
  const role = { role: 'Maintainer', startDate: '2020-01-01', endDate: null } as const;
  await server.storage.assignRoles(faculty.id, [...PEOPLE.faculty.profile.roles, role]);
  maintainer = await server.browser('maintainer');
  other = await server.browser('faculty');
});
afterAll(async () => server.close());

/** What a form sends with the step `save`, as a preview would. */
function fieldsOf(form: PageForm): Submission['fields'] {
  const { fields } = form.press('Show a preview');
  return [...fields.filter(([name]) => name !== 'step'), ['step', 'save']];
}

async function press(browser: Browser, page: Page, button: string): Promise<Page> {
  return browser.submit(page, page.form({ button }).press(button));
}

describe('the institution’s settings', () => {
  const addresses = [
    '/institution',
    '/institution/look',
    '/institution/terms',
    '/institution/mails',
    '/institution/mails/password-reset/en',
    '/institution/data-points',
    '/institution/data-points/add',
    '/institution/policies',
    '/institution/history',
  ];

  it('are there for maintainers, and for nobody else', async () => {
    const student = await server.browser('student');
    const nobody = await server.browser();
    for (const address of addresses) {
      expect((await maintainer.visit(address)).status).toBe(200);
      expect((await student.visit(address)).status).toBe(404);
      expect((await nobody.visit(address)).url.pathname).toBe('/auth/login');
    }
    expect((await maintainer.visit('/feed')).link('Institution')).toBe('/institution');
  });

  it('are there in Hindi', async () => {
    for (const address of addresses) {
      const page = await maintainer.visit(address, { headers: { 'accept-language': 'hi' } });
      expect(page.title).toMatch(/\p{Script=Devanagari}/u);
    }
  });

  it.each([
    '/institution/mails/no-such-mail/en',
    '/institution/mails/password-reset/fr',
    '/institution/data-points/person.full_name',
    '/institution/data-points/toString',
  ])('have nothing at %s', async (address) => {
    expect((await maintainer.visit(address)).status).toBe(404);
  });

  it('do not change a policy there is not', async () => {
    const page = await maintainer.visit('/institution/policies');
    const submission = page.form({ action: '/institution/policies/sandbox' }).press();
    const answer = await maintainer.submit(page, {
      ...submission,
      action: '/institution/policies/identity',
    });
    expect(answer.status).toBe(404);
  });
});

describe('name and look', () => {
  it('refuse a colour that cannot be read, and offer one that can', async () => {
    const page = await maintainer.visit('/institution/look');
    expect(page.text).toContain('Follows INSTITUTION_NAME of the server’s configuration');
    const form = page.form({ button: 'Show a preview' }).fill('Colour on light ground', '#ffd400');
    const refused = await maintainer.submit(page, form.press('Show a preview'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('its contrast is 1.29 : 1 on #f7f4e6, and 4.5 : 1 is needed');
    expect(refused.text).toContain('The nearest one that can be read is #856e00.');
    const offered = await press(maintainer, refused, 'Use the nearest one that can be read');
    expect(offered.field('Colour on light ground')).toBe('#856e00');
    const preview = await press(maintainer, offered, 'Show a preview');
    expect(preview.title).toBe('Preview: Name and look');
    expect(server.dependencies.settings().identity.accentColour).toBe('#1f4e8c');
  });

  it('are previewed, go on being edited, and saved hold everywhere', async () => {
    const page = await maintainer.visit('/institution/look');
    const form = page
      .form({ button: 'Show a preview' })
      .fill('Name', 'Example University')
      .fill('Contact for questions and complaints', 'help@example.edu')
      .fill('Colour on light ground', '00703C');
    const preview = await maintainer.submit(page, form.press('Show a preview'));
    expect(preview.text).toContain('Test Institute');
    expect(preview.text).toContain('Example University');
    expect(server.dependencies.institution.name).toBe('Test Institute');
    const stylesheet = /href="(\/assets\/theme-preview\.[^"]+)"/u.exec(preview.body)?.[1];
    expect((await server.request(`GET ${stylesheet!}`)).body).toContain('--accent:#00703c;');

    const again = await press(maintainer, preview, 'Go on editing');
    expect(again.field('Name')).toBe('Example University');
    const saved = await press(maintainer, await press(maintainer, again, 'Show a preview'), 'Save');
    expect(saved.url.pathname).toBe('/institution/look');
    expect(saved.text).toContain('Saved, and in force.');
    expect(saved.text).toContain('Saved here, which wins over INSTITUTION_NAME');

    const home = await (await server.browser()).visit('/auth/login');
    expect(home.text).toContain('Example University');
    expect(home.link('help@example.edu')).toBe('mailto:help@example.edu');
    const theme = /href="(\/assets\/theme\.[^"]+)"/u.exec(home.body)?.[1];
    const css = await server.request(`GET ${theme!}`);
    expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(css.headers['cache-control']).toContain('immutable');
    expect(css.body).toContain('--accent:#00703c;');
    const history = await maintainer.visit('/institution/history');
    expect(history.text).toContain('Name: as without a decision → Example University');
    expect(history.text).toContain(PEOPLE.maintainer.profile.records['person']?.['full_name']);
  });

  it('tell a maintainer that another one was faster, and lose nothing', async () => {
    const page = await maintainer.visit('/institution/look');
    const mine = page.form({ button: 'Show a preview' }).fill('Name', 'Mine');
    const theirs = await other.visit('/institution/look');
    const form = theirs.form({ button: 'Show a preview' }).fill('Name', 'Theirs');
    const preview = await maintainer.submit(page, mine.press('Show a preview'));
    await press(other, await other.submit(theirs, form.press('Show a preview')), 'Save');

    const told = await press(maintainer, preview, 'Save');
    expect(told.status).toBe(409);
    expect(told.text).toContain('Somebody else saved this while you were editing');
    expect(told.text).toContain(PEOPLE.faculty.profile.records['person']?.['full_name']);
    expect(told.text).toContain('Theirs');
    expect(told.field('Name')).toBe('Mine');
    expect(server.dependencies.institution.name).toBe('Theirs');

    const second = await press(maintainer, told, 'Show a preview');
    await press(maintainer, second, 'Save');
    expect(server.dependencies.institution.name).toBe('Mine');
  });

  it('take a logo after it was looked at, and give it up again', async () => {
    const background = { r: 0, g: 112, b: 60, alpha: 1 };
    const bytes = await sharp({ create: { width: 30, height: 30, channels: 4, background } })
      .png()
      .toBuffer();
    const file = new File([new Uint8Array(bytes)], 'logo.png', { type: 'image/png' });
    const page = await maintainer.visit('/institution/look');
    const form = page.form({ button: 'Show a preview of the logo' }).fill('Picture', file);
    const preview = await maintainer.submit(page, form.press());
    const [, shown] = /<img class="institution-logo" src="([^"]+)"/u.exec(preview.body) ?? [];
    expect((await server.request(`GET ${shown!}`)).headers['content-type']).toBe('image/png');
    expect(server.dependencies.brand.logo).toBeNull();

    const saved = await press(maintainer, preview, 'Save');
    const [, logo] = /<img class="institution-logo" src="([^"]+)"/u.exec(saved.body) ?? [];
    expect(logo).toBe(server.dependencies.brand.logo);
    expect((await server.request(`GET ${logo!}`)).status).toBe(200);

    // A new logo was not touched by another name meanwhile.
    const removal = await press(maintainer, saved, 'Remove the logo');
    await press(maintainer, removal, 'Save');
    expect(server.dependencies.brand.logo).toBeNull();
    expect((await server.request(`GET ${logo!}`)).status).toBe(404);
  });

  it('refuse what is no logo', async () => {
    const page = await maintainer.visit('/institution/look');
    const file = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'logo.svg');
    const form = page.form({ button: 'Show a preview of the logo' }).fill('Picture', file);
    const refused = await maintainer.submit(page, form.press());
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('We cannot read this as a picture.');
  });
});

describe('the terms for developers', () => {
  it('are the institution’s own once they are saved', async () => {
    const page = await maintainer.visit('/institution/terms');
    const form = page
      .form({ button: 'Show a preview' })
      .fill(
        'In English',
        '## Be fair\n\n- No spam.\n- See https://example.edu/rules.\n\n<b>bold</b>',
      );
    const preview = await maintainer.submit(page, form.press('Show a preview'));
    expect(preview.body).toContain('<h2>Be fair</h2>');
    expect(preview.body).toContain('<li>No spam.</li>');
    await press(maintainer, preview, 'Save');

    const terms = await (await server.browser()).visit('/terms_of_use/developer');
    expect(terms.link('https://example.edu/rules')).toBe('https://example.edu/rules');
    expect(terms.body).toContain('&lt;b&gt;bold&lt;/b&gt;');
    const hindi = await (
      await server.browser()
    ).visit('/terms_of_use/developer', { headers: { 'accept-language': 'hi' } });
    expect(hindi.text).not.toContain('Be fair');
    expect((await maintainer.visit('/institution')).text).toContain('English: your own text.');
  });
});

describe('the words of mails', () => {
  const address = '/institution/mails/password-changed/en';

  it('are refused with what is wrong', async () => {
    const page = await maintainer.visit('/institution/mails/password-reset/en');
    const form = page
      .form({ button: 'Show a preview' })
      .fill('Subject', 'Open {{link}}')
      .fill('Text', 'Hello {{nmae}}');
    const refused = await maintainer.submit(page, form.press('Show a preview'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Leave {{link}} out of the subject');
    expect(refused.text).toContain('There is no {{nmae}} in this mail.');
    expect(refused.text).toContain('Put {{link}} into the text.');
    expect(refused.field('Text')).toBe('Hello {{nmae}}');
  });

  it('are tried out, saved, used, and given up', async () => {
    const page = await maintainer.visit(address);
    expect(page.field('Text')).toContain('Hello {{name}},');
    const form = page
      .form({ button: 'Show a preview' })
      .fill('Subject', 'Attention, {{name}}')
      .fill('Text', 'Your password is another one.\n\n{{accountPage}}');
    const preview = await maintainer.submit(page, form.press('Show a preview'));
    expect(preview.text).toContain('Attention, Kabir Singh Rathore');

    const before = server.mails.length;
    const tried = await press(maintainer, preview, 'Send it to me');
    expect(tried.text).toContain('The mail is on its way to you.');
    expect(server.mails.slice(before)).toMatchObject([
      { subject: 'Test: Attention, Kabir Singh Rathore' },
    ]);

    await press(maintainer, tried, 'Save');
    const { student } = server.people;
    server.dependencies.sendMail({
      to: 'student@example.edu',
      name: 'Asha',
      language: 'en',
      template: {
        type: 'password-changed',
        network: '203.0.113.0/24',
        forgotPasswordPage: 'https://auth.example.edu/auth/forgot-password',
        accountPage: `https://auth.example.edu/account?${student.id}`,
      },
    });
    expect(server.mails.at(-1)).toMatchObject({
      subject: 'Attention, Asha',
      text: `Your password is another one.\n\nhttps://auth.example.edu/account?${student.id}\n`,
    });
    expect((await maintainer.visit('/institution/mails')).text).toContain('Your own words');

    const own = await maintainer.visit(address);
    const reset = await press(maintainer, own, 'Use the words of the product again');
    expect(reset.text).toContain('Your password is another one.');
    await press(maintainer, reset, 'Save');
    expect(server.dependencies.settings().mailTexts).toEqual({});
  });

  it('of the product are not kept as words of one’s own', async () => {
    const page = await maintainer.visit(address);
    const preview = await press(maintainer, page, 'Show a preview');
    expect(preview.text).toContain('there is nothing to save');
    const form = page.form({ button: 'Show a preview' });
    await maintainer.submit(page, { ...form.press('Show a preview'), fields: fieldsOf(form) });
    expect(server.dependencies.settings().mailTexts).toEqual({});
  });

  it('of another mail do not stand in each other’s way', async () => {
    const mine = await maintainer.visit('/institution/mails/team-left/en');
    const theirs = await other.visit('/institution/mails/app-suspended/en');
    const save = async (browser: Browser, page: Page): Promise<Page> => {
      const form = page.form({ button: 'Show a preview' }).fill('Text', 'In other words.');
      return press(browser, await browser.submit(page, form.press('Show a preview')), 'Save');
    };
    expect((await save(other, theirs)).text).toContain('Saved, and in force.');
    expect((await save(maintainer, mine)).text).toContain('Saved, and in force.');
    const { mailTexts } = server.dependencies.settings();
    expect(Object.keys(mailTexts)).toEqual(
      expect.arrayContaining(['team-left.en', 'app-suspended.en']),
    );
  });
});

describe('data points', () => {
  it('are added, offered to apps, and not removed while one asks for them', async () => {
    const page = await maintainer.visit('/institution/data-points/add');
    const form = page
      .form({ button: 'Show a preview' })
      .fill('Code of the category', 'library')
      .fill('Code of the data point', 'card_number')
      .fill('Name of the category in English', 'Library')
      .fill('Name in English', 'Library card')
      .fill('Name in Hindi', 'पुस्तकालय कार्ड');
    const preview = await maintainer.submit(page, form.press('Show a preview'));
    expect(preview.described('What apps get')).toBe('{"library":{"cardNumber":"value"}}');
    expect(preview.described('The column of the import')).toBe('library.card_number');
    expect(server.dependencies.catalogue.byCode.has('library.card_number')).toBe(false);
    await press(maintainer, preview, 'Save');
    expect(server.dependencies.catalogue.byCode.get('library.card_number')).toMatchObject({
      responseKey: 'cardNumber',
      translations: { hi: { label: 'पुस्तकालय कार्ड' } },
    });
    const developer = await server.browser('developer');
    expect((await developer.visit('/developer/add')).text).toContain('Library card');

    const client = await seedClient(server, { claims: ['library.card_number'] });
    const listed = await maintainer.visit('/institution/data-points');
    expect(listed.text).toContain(client.name);
    const own = await maintainer.visit('/institution/data-points/library.card_number');
    expect(own.text).toContain('It cannot be removed while apps ask for it');
    expect(own.body).not.toContain('value="remove"');
    const forced = own.form({ button: 'Show a preview' }).tamper('remove', 'yes');
    await maintainer.submit(own, {
      ...forced.press('Show a preview'),
      fields: fieldsOf(forced),
    });
    expect(server.dependencies.catalogue.byCode.has('library.card_number')).toBe(true);
  });

  it('are refused where apps would take one for another', async () => {
    const page = await maintainer.visit('/institution/data-points/add');
    const form = page
      .form({ button: 'Show a preview' })
      .fill('Category', 'student')
      .fill('Code of the data point', 'current_year')
      .fill('Name in English', 'Year');
    const refused = await maintainer.submit(page, form.press('Show a preview'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('There is a data point or a category like this already');
  });

  it('have other words, and go when nobody uses them', async () => {
    const add = await maintainer.visit('/institution/data-points/add');
    const form = add
      .form({ button: 'Show a preview' })
      .fill('Category', 'student')
      .fill('Code of the data point', 'hall')
      .fill('Name in English', 'Hall');
    await press(maintainer, await maintainer.submit(add, form.press('Show a preview')), 'Save');

    const edit = await maintainer.visit('/institution/data-points/student.hall');
    expect(edit.field('Name in English')).toBe('Hall');
    const changed = edit
      .form({ button: 'Show a preview' })
      .fill('Name in English', 'Hall of residence');
    const preview = await maintainer.submit(edit, changed.press('Show a preview'));
    await press(maintainer, preview, 'Save');
    expect(server.dependencies.catalogue.byCode.get('student.hall')?.label).toBe(
      'Hall of residence',
    );

    const again = await maintainer.visit('/institution/data-points/student.hall');
    const removal = await press(maintainer, again, 'Remove this data point');
    expect(removal.text).toContain('Hall of residence');
    await press(maintainer, removal, 'Save');
    expect(server.dependencies.catalogue.byCode.has('student.hall')).toBe(false);
  });
});

describe('policies', () => {
  it('say what they do before they are saved', async () => {
    const page = await maintainer.visit('/institution/policies');
    const form = page
      .form({ action: '/institution/policies/tokens' })
      .fill('An access token works for', '30')
      .fill('Unit', 'minutes');
    const preview = await maintainer.submit(page, form.press());
    expect(preview.text).toContain('10 hours');
    expect(preview.text).toContain('30 minutes');
    expect(preview.text).toContain('Apps that refresh their tokens notice nothing');
    await press(maintainer, preview, 'Save');
    const tokens = await obtainTokens(server, await seedClient(server), { person: 'student' });
    expect(tokens).toMatchObject({ expires_in: 1800 });
  });

  it('are refused with what is wrong, and nothing else on the page changes', async () => {
    const page = await maintainer.visit('/institution/policies');
    const form = page
      .form({ action: '/institution/policies/tokens' })
      .fill('Access ends when an app did not use its refresh token for so many days', 'soon');
    const refused = await maintainer.submit(page, form.press());
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Write a whole number from 1 to 3650.');
    expect(refused.field('An access token works for')).toBe('30');
  });

  it('are each saved by itself', async () => {
    const page = await maintainer.visit('/institution/policies');
    const consent = page
      .form({ action: '/institution/policies/consent' })
      .tick('Only when the app asks for something new');
    await press(maintainer, await maintainer.submit(page, consent.press()), 'Save');
    const again = await maintainer.visit('/institution/policies');
    const review = again
      .form({ action: '/institution/policies/review' })
      .tick('An approval needs two maintainers')
      .fill('Teams confirm every so many months that they still need what was approved', '12');
    const sent = review.press();
    const fields = [...sent.fields, ['auto_approved_claims', 'person.short_name'] as const];
    await press(maintainer, await maintainer.submit(again, { ...sent, fields }), 'Save');
    expect(server.dependencies.settings().review).toMatchObject({
      fourEyes: true,
      autoApprovedClaims: ['person.short_name'],
      reattestAfterMonths: 12,
    });
    expect(server.dependencies.settings().consent.remember).toBe('ask-when-changed');
  });

  it('that hold already have nothing to save', async () => {
    const page = await maintainer.visit('/institution/policies');
    const form = page.form({ action: '/institution/policies/sandbox' });
    const preview = await maintainer.submit(page, form.press());
    expect(preview.text).toContain('there is nothing to save');
    expect(preview.body).not.toContain('value="save"');
  });
});
