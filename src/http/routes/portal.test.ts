import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import type { PageForm } from '../../../test/support/page-form.ts';
import { PASSWORD, PEOPLE } from '../../../test/support/people.ts';
import { DESCRIPTION, decideTo, seedClient } from '../../../test/support/seeded-client.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import type { ClientDossier } from '../../domain/client.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

async function stored(number: number): Promise<ClientDossier> {
  const dossier = await server.storage.findClientForReview(number);
  if (dossier === undefined) throw new Error(`There is no client ${number}.`);
  return dossier;
}

async function dashboard(browser: Browser, number: number): Promise<Page> {
  return browser.visit(`/developer/${number}`);
}

/** The registration form, filled in so that nothing is wrong with it. */
function fillRegistration(page: Page, name: string): PageForm {
  return page
    .form({ button: 'Add app' })
    .fill('App name', name)
    .fill('Description', DESCRIPTION)
    .fill('Redirect URIs', 'https://books.example.edu/callback')
    .tick('Full name')
    .tick('Joining date', 'Student')
    .tick('I have read the developer terms of use and agree to all of them');
}

describe('GET /developer', () => {
  it('asks to sign in first, and comes back', async () => {
    const page = await (await server.browser()).visit('/developer/add');
    expect(page.url.pathname).toBe('/auth/login');
    expect(page.url.searchParams.get('next')).toBe('/developer/add');
  });

  it('invites whoever has no app', async () => {
    const page = await (await server.browser('stranger')).visit('/developer');
    expect(page.text).toContain('You have no apps yet');
    expect(page.link('Register an app')).toBe('/developer/add');
  });

  it('lists the apps of one’s teams with their status, and no others', async () => {
    const mine = await seedClient(server, { createdBy: 'student', status: 'suspended' });
    const other = await seedClient(server, { createdBy: 'faculty' });
    const page = await (await server.browser('student')).visit('/developer');
    expect(page.link(mine.name)).toBe(`/developer/${mine.number}`);
    expect(page.text).toContain('Suspended');
    expect(page.text).not.toContain(other.name);
  });
});

describe('POST /developer/add', () => {
  it('registers the app and shows its secret this once, stored nowhere but as a hash', async () => {
    const browser = await server.browser('developer');
    const form = fillRegistration(await browser.visit('/developer/add'), 'Reading Room');
    const page = await browser.submit(await browser.visit('/developer/add'), form.press());
    expect([page.status, page.title.endsWith('Reading Room')]).toEqual([200, true]);
    expect(page.headers['cache-control']).toBe('no-store, no-transform');
    const secret = page.field('Client secret');
    expect(secret).toMatch(/^[A-Za-z0-9]{128}$/u);

    const client = await server.storage.findClientByClientId(page.field('Client ID'));
    expect(client).toMatchObject({
      name: 'Reading Room',
      status: 'in-review',
      redirectUris: ['https://books.example.edu/callback'],
      requestedClaims: ['person.full_name', 'student.start_date'],
    });
    const hashes = client!.secrets.map(({ hash }) => hash.toHex());
    expect(hashes).toEqual([server.dependencies.hashSecret(secret).toHex()]);
    const later = await dashboard(browser, client!.number);
    expect(later.body).not.toContain(secret);
    expect(server.logs.join('\n')).not.toContain(secret);
    expect(later.text).toContain('Your app waits for a maintainer.');
  });

  it('tells everything that is wrong at once, above and at each field, and loses nothing typed', async () => {
    const browser = await server.browser('developer');
    const empty = await browser.visit('/developer/add');
    const form = empty
      .form({ button: 'Add app' })
      .fill('Description', '\n</textarea><script>alert(1)</script>')
      .fill('Redirect URIs', 'https://a.example.edu/#x\nhttps://*.example.edu/')
      .tick('On people’s own devices (public)')
      .tick('Branch');
    const page = await browser.submit(empty, form.press());
    expect(page.status).toBe(422);
    for (const message of [
      'Give your app a name.',
      'Use a minimum of 127 words. You have 5.',
      '“https://a.example.edu/#x” has a part after “#”.',
      '“https://*.example.edu/” holds a “*”.',
      'Agree to terms of use.',
    ]) {
      expect([message, page.text.split(message).length - 1]).toEqual([message, 2]);
    }
    const again = page.form({ button: 'Add app' });
    expect(again.value('Description')).toBe('\n</textarea><script>alert(1)</script>');
    expect(again.value('Redirect URIs')).toBe('https://a.example.edu/#x\nhttps://*.example.edu/');
    expect(again.press().fields).toContainEqual(['client_type', 'public']);
    expect(again.press().fields).toContainEqual(['claims', 'student.branch.name']);
    expect(page.body).not.toContain('<script>alert');
  });

  it('insists on the terms of use, whatever the browser checks', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit('/developer/add');
    const form = fillRegistration(page, 'Unlawful').untick(
      'I have read the developer terms of use and agree to all of them',
    );
    const answer = await browser.submit(page, form.press());
    expect([answer.status, answer.text.includes('Agree to terms of use.')]).toEqual([422, true]);
  });

  it('refuses data points that are not in the catalogue', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit('/developer/add');
    const form = fillRegistration(page, 'Nosy')
      .tick('Short name')
      .tamper('claims', 'person.shoe_size');
    const answer = await browser.submit(page, form.press());
    expect([answer.status, answer.text.includes('We do not offer “person.shoe_size”')]).toEqual([
      422,
      true,
    ]);
  });

  it('refuses a name that looks like another app’s', async () => {
    await seedClient(server, { name: 'Night Canteen' });
    const browser = await server.browser('developer');
    const page = await browser.visit('/developer/add');
    const answer = await browser.submit(page, fillRegistration(page, 'NIGHT  canteen').press());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Another app has this name');
    expect(answer.form({ button: 'Add app' }).value('App name')).toBe('NIGHT  canteen');
  });

  it('gives a public app no secret', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit('/developer/add');
    const form = fillRegistration(page, 'Pocket').tick('On people’s own devices (public)');
    const answer = await browser.submit(page, form.press());
    expect(answer.status).toBe(200);
    expect(() => answer.field('Client secret')).toThrow();
    expect(answer.text).toContain('A public app has none');
  });
});

describe('/developer/<number> of somebody else', () => {
  it.each([
    'details',
    'redirect-uris',
    'data-points',
    'secrets/live',
    'secrets/1/revoke',
    'logo',
    'logo/remove',
    'team',
    'team/1/remove',
    'delete',
    'submit',
    'take-back',
    'withdraw',
    'messages',
    'attest',
    'retire',
  ])('answers 404 to a POST to %s, and changes nothing', async (part) => {
    const { number, name } = await seedClient(server, { status: 'rejected' });
    const before = await stored(number);
    const browser = await server.browser('stranger');
    const page = await browser.visit('/developer/add');
    const form = fillRegistration(page, 'Mine now')
      .tamper('password', PASSWORD)
      .tamper('confirm_name', name)
      .tamper('retire_name', name)
      .tamper('conversation_message', 'Hello')
      .tamper('person', PEOPLE.student.username)
      .tamper('revision', '1')
      .press();
    const answer = await browser.submit(page, { ...form, action: `/developer/${number}/${part}` });
    expect(answer.status).toBe(404);
    expect(await stored(number)).toEqual(before);
  });

  it.each(['0', '01', '1e1', '-1', 'x', '999999', '99999999999999999999'])(
    'is not found by the number %s',
    async (number) => {
      const browser = await server.browser('developer');
      expect((await browser.visit(`/developer/${number}`)).status).toBe(404);
    },
  );

  it('is not shown, not even to a maintainer', async () => {
    const { number } = await seedClient(server);
    for (const person of ['stranger', 'maintainer'] as const) {
      expect((await dashboard(await server.browser(person), number)).status).toBe(404);
    }
  });
});

describe('the dashboard', () => {
  it('saves details, and says so once', async () => {
    const { number } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const form = page.form({ button: 'Save the details' }).fill('App name', 'Books & <i>more</i>');
    const after = await browser.submit(page, form.press());
    expect(after.redirects[0]?.response.status).toBe(303);
    expect(after.title).toContain('Books & <i>more</i>');
    expect(after.text).toContain('The details are saved.');
    expect((await dashboard(browser, number)).text).not.toContain('The details are saved.');
    expect((await stored(number)).client.status).toBe('approved');
  });

  it('saves redirect URIs, or none of them when one is wrong', async () => {
    const { number, redirectUri } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const form = page.form({ button: 'Save the redirect URIs' });
    const typed = 'https://b.example.edu/cb\nftp://b.example.edu/';
    const refused = await browser.submit(page, form.fill('Redirect URIs', typed).press());
    expect(refused.status).toBe(422);
    expect(refused.form({ button: 'Save the redirect URIs' }).value('Redirect URIs')).toBe(typed);
    expect((await stored(number)).client.redirectUris).toEqual([redirectUri]);
    await browser.submit(page, form.fill('Redirect URIs', 'https://b.example.edu/cb').press());
    expect((await stored(number)).client.redirectUris).toEqual(['https://b.example.edu/cb']);
  });

  it('cannot be used to guess a password', async () => {
    const { number } = await seedClient(server, { createdBy: 'faculty' });
    const browser = await server.browser('faculty');
    const page = await dashboard(browser, number);
    const adding = page.form({ button: 'Add the secret' }).fill('What it is for', 'Server');
    const form = adding.fill('Your password', 'wrong').press();
    const texts: string[] = [];
    for (let attempt = 0; attempt < 30; attempt += 1) {
      texts.push((await browser.submit(page, form)).text);
    }
    expect(texts.at(-1)).toContain('Too many attempts.');
    const right = adding.fill('Your password', PASSWORD);
    expect((await browser.submit(page, right.press())).status).toBe(422);
  });

  it('deletes the app when its exact name was typed', async () => {
    const { number, name } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const form = page.form({ button: 'Delete this app' });
    const label = 'Type the app’s name to confirm';
    const refused = await browser.submit(page, form.fill(label, name.toUpperCase()).press());
    expect([refused.status, refused.text.includes('Nothing is deleted.')]).toEqual([422, true]);
    const after = await browser.submit(page, form.fill(label, name).press());
    expect(after.url.pathname).toBe('/developer');
    expect(after.text).toContain('The app is deleted');
    expect(await server.storage.findClientForReview(number)).toBeUndefined();
  });
});

describe('changing the data points', () => {
  it('of an approved app waits for review beside it, and can be withdrawn', async () => {
    const { number, claims } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    expect(page.text).toContain('your app goes on meanwhile with what is approved');
    const form = page
      .form({ button: 'Save the data points' })
      .tick('Date of birth')
      .fill('Date of birth: what for', 'To congratulate you.')
      .tick('Date of birth: people may leave it out');
    const changed = await browser.submit(page, form.press());
    expect(changed.text).toContain('What is approved goes on meanwhile.');
    expect(changed.text).toContain('This change waits for a maintainer.');
    const { client, revisions } = await stored(number);
    expect(client).toMatchObject({
      status: 'approved',
      revisionState: 'in-review',
      requestedClaims: [...claims, 'biological_information.date_of_birth'],
      approvedClaims: claims,
    });
    expect(revisions[0]?.claims.at(-1)).toEqual({
      code: 'biological_information.date_of_birth',
      required: false,
      reason: 'To congratulate you.',
    });

    const taken = await browser.submit(changed, changed.form({ button: 'Take it back' }).press());
    expect((await stored(number)).client.revisionState).toBe('draft');
    const back = taken.form({ button: 'Withdraw the change' });
    const after = await browser.submit(taken, back.press('Withdraw the change'));
    expect(after.text).toContain('The change is withdrawn.');
    expect((await stored(number)).client).toMatchObject({
      status: 'approved',
      revisionState: 'withdrawn',
      requestedClaims: claims,
    });
  });

  it('to less is in force at once', async () => {
    const { number } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const form = page.form({ button: 'Save the data points' }).untick('Short name');
    const after = await browser.submit(page, form.press());
    expect(after.text).toContain('The data points are saved and in force.');
    expect((await stored(number)).client).toMatchObject({
      revisionState: 'approved',
      approvedClaims: ['student.enrolment_number'],
    });
  });

  it('can be drafted and submitted later', async () => {
    const { number } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const form = page.form({ button: 'Save the data points' }).tick('Sex');
    const draft = await browser.submit(page, form.press('Save as a draft'));
    expect(draft.text).toContain('The draft is saved.');
    expect((await stored(number)).client.revisionState).toBe('draft');
    await browser.submit(draft, draft.form({ button: 'Submit for review' }).press());
    expect((await stored(number)).client.revisionState).toBe('in-review');
  });

  it('does nothing when the same ones are chosen', async () => {
    const { number } = await seedClient(server);
    const before = await stored(number);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    await browser.submit(page, page.form({ button: 'Save the data points' }).press());
    expect(await stored(number)).toEqual(before);
  });

  it('never undoes a decision made while choosing', async () => {
    const { number } = await seedClient(server);
    const browser = await server.browser('developer');
    const open = await dashboard(browser, number);
    const first = open.form({ button: 'Save the data points' }).tick('Sex');
    await browser.submit(open, first.press());
    await decideTo(server, number, 'suspended');
    const second = open.form({ button: 'Save the data points' }).tick('Gender');
    const answer = await browser.submit(open, second.press());
    expect([answer.status, answer.text.includes('While you were choosing')]).toEqual([422, true]);
    expect((await stored(number)).client.status).toBe('suspended');
  });

  it('needs at least one', async () => {
    const { number } = await seedClient(server, { claims: ['person.full_name'] });
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const form = page.form({ button: 'Save the data points' }).untick('Full name');
    const answer = await browser.submit(page, form.press());
    expect([answer.status, answer.text.includes('Choose at least one data point.')]).toEqual([
      422,
      true,
    ]);
  });
});

describe('a rejected app', () => {
  it('shows what the reviewer said, and can be sent to review again', async () => {
    const { number } = await seedClient(server, { status: 'rejected' });
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    expect(page.text).toContain('Decided: rejected.');
    const after = await browser.submit(page, page.form({ button: 'Ask for review again' }).press());
    expect(after.text).toContain('The app is in review again.');
    expect((await stored(number)).client.status).toBe('in-review');
  });
});

describe('a draft', () => {
  it('is saved with the second button, and submitted when it is ready', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit('/developer/add');
    const form = fillRegistration(page, 'Half Done').press('Save as a draft');
    const saved = await browser.submit(page, form);
    const client = await server.storage.findClientByClientId(saved.field('Client ID'));
    expect(client?.status).toBe('draft');
    const list = await browser.visit('/developer');
    expect(list.text).toContain('Half DoneDraft');
    const maintainer = await server.browser('maintainer');
    expect((await maintainer.visit('/review')).text).not.toContain('Half Done');

    const again = await dashboard(browser, client!.number);
    await browser.submit(again, again.form({ button: 'Submit for review' }).press());
    expect((await stored(client!.number)).client.status).toBe('in-review');
    expect((await maintainer.visit('/review')).text).toContain('Half Done');
  });
});

describe('the conversation with the reviewers', () => {
  it('is kept with the app, and mailed to whoever took part', async () => {
    const { number, name } = await seedClient(server, { status: 'changes-requested' });
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const form = page.form({ button: 'Send' });
    const refused = await browser.submit(page, form.fill('Write a message', ' ').press());
    expect([refused.status, refused.text.includes('Write something first.')]).toEqual([422, true]);
    const mailed = server.mails.length;
    const text = 'We keep it for a year.\nIs that fine?';
    const sent = await browser.submit(page, form.fill('Write a message', text).press());
    expect(sent.text).toContain('The message is sent.');
    expect((await stored(number)).conversation).toMatchObject([
      { side: 'team', author: server.people.developer.id, text },
    ]);
    expect(server.mails.slice(mailed)).toMatchObject([{ subject: `A message about ${name}` }]);
    expect(server.mails.at(-1)?.text).toContain(`/review/${number}#conversation`);
  });
});

describe('retiring an app', () => {
  it('ends it when its exact name was typed, and keeps its history', async () => {
    const { number, name, clientId } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const form = page.form({ button: 'Retire this app' });
    const label = 'Type the name of this app to confirm';
    const refused = await browser.submit(page, form.fill(label, 'Another').press());
    expect([refused.status, refused.text.includes('It goes on.')]).toEqual([422, true]);
    const after = await browser.submit(page, form.fill(label, name).press());
    expect(after.text).toContain('The app is retired');
    expect((await stored(number)).client.status).toBe('retired');
    const person = await server.browser('student');
    const authorise = await person.visit(`/oauth/authorise?client_id=${clientId}`);
    expect([authorise.status, authorise.title]).toEqual([400, `${name} has been shut down`]);
  });
});

describe('an app whose approval is old', () => {
  it('asks its team whether it is still in use', async () => {
    const { number } = await seedClient(server);
    const at = server.clock.read();
    await server.storage.takeDueAttestations({ attestedBefore: at, reminder: 1, at });
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    expect(page.text).toContain('Is this app still in use?');
    const yes = page.form({ button: 'Yes, it is still in use and needs this data' });
    const after = await browser.submit(page, yes.press());
    expect(after.text).not.toContain('Is this app still in use?');
    expect((await stored(number)).history[0]).toMatchObject({
      type: 'attested',
      actor: server.people.developer.id,
    });
  });
});

describe('the logo', () => {
  const square = { create: { width: 60, height: 60, channels: 3, background: '#285' } } as const;

  it('is drawn anew, served as a picture, replaced and removed', async () => {
    const { number } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const upload = await sharp(square).jpeg().toBuffer();
    const form = page.form({ button: 'Save the logo' });
    const saved = await browser.submit(
      page,
      form.fill('Logo', new File([new Uint8Array(upload)], 'logo.html')).press(),
    );
    expect(saved.text).toContain('The logo is saved.');
    const { logoPath } = (await stored(number)).client;
    expect(logoPath).toMatch(/^open_auth\/application_logos\/[0-9a-f-]{36}\.png$/u);
    const served = await server.request(`GET /media/${logoPath!}`);
    expect([served.status, served.headers['content-type']]).toEqual([200, 'image/png']);

    await browser.submit(saved, saved.form({ button: 'Remove the logo' }).press());
    expect((await stored(number)).client.logoPath).toBeNull();
    expect((await server.request(`GET /media/${logoPath!}`)).status).toBe(404);
  });

  it.each([
    ['too wide', { ...square.create, width: 64 }, 'The aspect ratio of the uploaded file'],
    ['an SVG', null, 'We cannot read this as a picture.'],
  ])('is refused when it is %s', async (_what, create, message) => {
    const { number } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const bytes =
      create === null
        ? Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
        : await sharp({ create }).png().toBuffer();
    const file = new File([new Uint8Array(bytes)], 'logo.png', { type: 'image/png' });
    const form = page.form({ button: 'Save the logo' }).fill('Logo', file);
    const answer = await browser.submit(page, form.press());
    expect([answer.status, answer.text.includes(message)]).toEqual([422, true]);
    expect((await stored(number)).client.logoPath).toBeNull();
  });

  it('has to be chosen', async () => {
    const { number } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await dashboard(browser, number);
    const answer = await browser.submit(page, page.form({ button: 'Save the logo' }).press());
    expect(answer.text).toContain('Choose a picture first.');
  });
});

describe('the team', () => {
  const add = async (browser: Browser, number: number, person: string): Promise<Page> => {
    const page = await dashboard(browser, number);
    const form = page
      .form({ button: 'Add to the team' })
      .fill('Username, enrolment number or employee id', person);
    return browser.submit(page, form.press());
  };

  it('grows by username, and the person is told by mail and sees the app', async () => {
    const { number, name } = await seedClient(server);
    const mailed = server.mails.length;
    const page = await add(await server.browser('developer'), number, PEOPLE.stranger.username);
    expect(page.text).toContain('Samaira Khan');
    expect(server.mails.slice(mailed)).toMatchObject([
      {
        to: 'samaira_k@me.campus.example',
        subject: `You were added to the developer group for the application '${name}'`,
      },
    ]);
    expect((await dashboard(await server.browser('stranger'), number)).status).toBe(200);
  });

  it('shrinks, and whoever left no longer sees the app', async () => {
    const { number, name } = await seedClient(server);
    const browser = await server.browser('developer');
    const page = await add(browser, number, PEOPLE.stranger.username);
    const action = `/developer/${number}/team/${server.people.stranger.id}/remove`;
    const mailed = server.mails.length;
    await browser.submit(page, page.form({ action }).press());
    expect(server.mails.slice(mailed)).toMatchObject([
      {
        to: 'samaira_k@me.campus.example',
        subject: `You were removed from the developer group for the application '${name}'`,
      },
    ]);
    expect((await dashboard(await server.browser('stranger'), number)).status).toBe(404);
  });

  it('can be left, which leads back to the list', async () => {
    const { number } = await seedClient(server);
    await add(await server.browser('developer'), number, PEOPLE.stranger.username);
    const browser = await server.browser('stranger');
    const page = await dashboard(browser, number);
    const action = `/developer/${number}/team/${server.people.stranger.id}/remove`;
    const after = await browser.submit(page, page.form({ action }).press());
    expect([after.status, after.url.pathname]).toEqual([200, '/developer']);
  });

  it('invites addresses, and does not tell whose they are', async () => {
    const { number } = await seedClient(server);
    const browser = await server.browser('developer');
    for (const address of ['samaira_k@me.campus.example', 'nobody@me.campus.example']) {
      const page = await add(browser, number, address);
      expect([page.status, page.text.includes('Use “Invite by e-mail”')]).toEqual([422, true]);
    }
    expect((await stored(number)).team).toHaveLength(1);
  });

  it('does not tell whose phone number it is', async () => {
    const { number } = await seedClient(server);
    const phone = PEOPLE.student.profile.records['contact_information']!['primary_phone_number'];
    const page = await add(await server.browser('developer'), number, phone as string);
    expect([page.status, page.text.includes('Nobody has this username')]).toEqual([422, true]);
    expect((await stored(number)).team).toHaveLength(1);
  });
});

describe('GET /terms_of_use/developer', () => {
  it('can be read by everybody', async () => {
    const page = await (await server.browser()).visit('/terms_of_use/developer');
    expect([page.status, page.title]).toEqual([200, 'Developer terms of use']);
  });
});
