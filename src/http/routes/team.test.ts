import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { PASSWORD, type PersonName } from '../../../test/support/people.ts';
import { seedClient, type SeededClient } from '../../../test/support/seeded-client.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import type { ClientRole } from '../../domain/client-role.ts';
import { calendarDate } from '../../domain/clock.ts';
import { settleOwnerships } from '../../portal/succession.ts';

let server: TestServer;
/** Of the developer, with the student as developer and the faculty member as viewer. */
let app: SeededClient;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());
beforeEach(async () => {
  app = await seedClient(server, { createdBy: 'developer' });
  await addMember('student', 'developer');
  await addMember('faculty', 'viewer');
});

async function addMember(person: PersonName, role: ClientRole): Promise<void> {
  const action = { number: app.number, actor: server.people.developer.id, at: server.clock.read() };
  await server.storage.addTeamMember(action, server.people[person].id, role);
}

function today(): string {
  return calendarDate(server.clock.read(), server.dependencies.institution.timeZone);
}

async function roles(): Promise<Readonly<Record<string, ClientRole>>> {
  const team = await server.storage.listTeam(app.number);
  const names = Object.entries(server.people).map(([name, { id }]) => [id, name] as const);
  const nameOf = new Map(names);
  return Object.fromEntries(team.map(({ accountId, role }) => [nameOf.get(accountId), role]));
}

function dashboard(): string {
  return `/developer/${app.number}`;
}

/** The newest mail to an address, with the link that stands on a line of its own. */
function mailTo(address: string) {
  const mail = server.mails.findLast(({ to }) => to === address);
  if (mail === undefined) throw new Error(`Nothing was mailed to ${address}.`);
  const link = /^https?:\/\/\S+\/invitations\/(\S+)$/mu.exec(mail.text)?.[1];
  return { ...mail, invitation: `/invitations/${link}` };
}

async function inviteByMail(address: string, role = 'Developer'): Promise<void> {
  const browser = await server.browser('developer');
  const page = await browser.visit(dashboard());
  const form = page
    .form({ button: 'Send the invitation' })
    .fill('E-mail address', address)
    .fill('Role', role.toLowerCase());
  const sent = await browser.submit(page, form.press());
  expect(sent.text).toContain('The invitation is on its way by mail.');
}

/** Whoever owned the app is deactivated, and nobody is told yet. */
async function deactivateOwner(): Promise<void> {
  await server.storage.deactivateAccount({
    accountId: server.people.developer.id,
    actor: null,
    at: server.clock.read(),
    today: today(),
  });
}

async function reactivateOwner(): Promise<void> {
  await server.storage.reactivateAccount({
    accountId: server.people.developer.id,
    actor: null,
    at: server.clock.read(),
    today: today(),
  });
}

async function lookAfterOwners(): Promise<number> {
  const { storage, sendMail, institution } = server.dependencies;
  const { issuer, timeZone } = institution;
  return settleOwnerships(null, { storage, sendMail, issuer, timeZone, now: server.clock.read() });
}

describe('a viewer', () => {
  it('reads all of the dashboard and finds nothing to press but for leaving', async () => {
    const page = await (await server.browser('faculty')).visit(dashboard());
    expect(page.text).toContain('Your role in this team: Viewer.');
    expect(page.text).toContain(app.redirectUri);
    const posts = [...page.body.matchAll(/<form method="post" action="(\/developer\/[^"]*)"/gu)];
    expect(posts.map(([, action]) => action)).toEqual([
      `${dashboard()}/team/${server.people.faculty.id}/remove`,
    ]);
    for (const part of ['activity', 'integrate', 'playground']) {
      const other = await (await server.browser('faculty')).visit(`${dashboard()}/${part}`);
      expect([part, other.status]).toEqual([part, 200]);
    }
  });

  it.each([
    ['details', 'Owner or Developer'],
    ['redirect-uris', 'Owner or Developer'],
    ['data-points', 'Owner or Developer'],
    ['submit', 'Owner or Developer'],
    ['take-back', 'Owner or Developer'],
    ['withdraw', 'Owner or Developer'],
    ['messages', 'Owner or Developer'],
    ['attest', 'Owner or Developer'],
    ['secrets/live', 'Owner or Developer'],
    ['secrets/1/revoke', 'Owner or Developer'],
    ['playground/secret', 'Owner or Developer'],
    ['logo', 'Owner or Developer'],
    ['logo/remove', 'Owner or Developer'],
    ['team', 'Owner'],
    ['team/invitations', 'Owner'],
    ['team/invitations/1/resend', 'Owner'],
    ['team/invitations/1/revoke', 'Owner'],
    ['team/1/role', 'Owner'],
    ['team/successor', 'Owner'],
    ['team/transfer', 'Owner'],
    ['retire', 'Owner'],
    ['delete', 'Owner'],
  ])(
    'who posts to %s anyway is told that it takes %s, and who owns the app',
    async (path, needed) => {
      const before = await server.storage.findClientForReview(app.number);
      const browser = await server.browser('faculty');
      const page = await browser.visit(dashboard());
      const form = page.form({ button: 'Leave the team' });
      const answer = await browser.submit(page, {
        ...form.press(),
        action: `${dashboard()}/${path}`,
      });
      expect([answer.status, answer.title]).toEqual([403, 'Your role does not allow this']);
      expect(answer.described('Needed role')).toBe(needed);
      expect(answer.described('Owners')).toBe('Devika Rao');
      expect(await server.storage.findClientForReview(app.number)).toEqual(before);
    },
  );
});

describe('a developer of a team', () => {
  it('changes the app, and neither its team nor whether it goes on', async () => {
    const page = await (await server.browser('student')).visit(dashboard());
    expect(() => page.form({ button: 'Save the redirect URIs' })).not.toThrow();
    for (const button of ['Send the invitation', 'Hand over', 'Delete this app']) {
      expect(() => page.form({ button })).toThrow();
    }
  });
});

describe('an invitation by mail', () => {
  it('leads through signing in to a page that says what it is about, and into the team', async () => {
    await inviteByMail('new@outside.example', 'Viewer');
    const { invitation, subject } = mailTo('new@outside.example');
    expect(subject).toBe(`Join the team of ${app.name}`);

    const visitor = await server.browser();
    const signIn = await visitor.visit(invitation);
    expect(signIn.url.pathname).toBe('/auth/login');
    const form = signIn
      .form({ button: 'Sign in' })
      .fill('Username, email address or phone number', server.people.stranger.username ?? '')
      .fill('Password', PASSWORD);
    const page = await visitor.submit(signIn, form.press());
    expect(page.url.pathname).toBe(invitation);
    expect(page.text).toContain(`Devika Rao invites you to the team of ${app.name}.`);
    expect(page.described('Your role')).toContain('Viewer');

    const joined = await visitor.submit(page, page.form({ button: 'Join the team' }).press());
    expect(joined.url.pathname).toBe(dashboard());
    expect(await roles()).toMatchObject({ stranger: 'viewer' });
    // The link is used up; whoever is in the team comes to the app.
    expect((await visitor.visit(invitation)).status).toBe(410);
  });

  it('can be declined, and then joins nobody', async () => {
    await inviteByMail('other@outside.example');
    const { invitation } = mailTo('other@outside.example');
    const browser = await server.browser('stranger');
    const page = await browser.visit(invitation);
    const after = await browser.submit(page, page.form({ button: 'Decline' }).press('Decline'));
    expect(after.text).toContain('You declined the invitation.');
    expect(await roles()).not.toHaveProperty('stranger');
    expect((await browser.visit(invitation)).status).toBe(410);
  });

  it('to an address of somebody here stands in their notifications, and is nobody else’s', async () => {
    const action = { number: app.number, actor: server.people.developer.id };
    const removal = { ...action, at: server.clock.read(), today: today() };
    await server.storage.removeTeamMember(removal, server.people.student.id);
    await inviteByMail('aarohi@example.org');
    const { invitation } = mailTo('aarohi@example.org');

    const other = await (await server.browser('stranger')).visit(invitation);
    expect([other.status, other.title]).toEqual([403, 'This invitation is for somebody else']);

    const browser = await server.browser('student');
    const notifications = await browser.visit('/account/notifications');
    expect(notifications.text).toContain(`Devika Rao invites you to the team of ${app.name}`);
    const page = await browser.visit(notifications.link('See the invitation'));
    await browser.submit(page, page.form({ button: 'Join the team' }).press());
    expect(await roles()).toMatchObject({ student: 'developer' });
  });

  it('by its number exists for nobody but whose it is', async () => {
    await inviteByMail('aarohi@example.org');
    const [{ id } = { id: 0 }] = await server.storage.listInvitations(
      app.number,
      server.people.developer.id,
    );
    const page = await (await server.browser('stranger')).visit(`/invitations/${id}`);
    expect(page.status).toBe(410);
  });

  it('says the same whether or not somebody here has the address', async () => {
    const texts: string[] = [];
    for (const address of ['aarohi@example.org', 'nobody@example.org']) {
      const browser = await server.browser('developer');
      const page = await browser.visit(dashboard());
      const form = page.form({ button: 'Send the invitation' }).fill('E-mail address', address);
      const after = await browser.submit(page, form.press());
      texts.push(after.text.replaceAll(address, '…').replaceAll(/csrf\S+/gu, ''));
      const listed = await server.storage.listInvitations(app.number, server.people.developer.id);
      await server.storage.revokeInvitation(
        { number: app.number, actor: server.people.developer.id, at: server.clock.read() },
        listed[0]!.id,
      );
    }
    expect(texts[0]!.slice(0, texts[0]!.indexOf('History'))).toBe(
      texts[1]!.slice(0, texts[1]!.indexOf('History')),
    );
  });

  it('is sent again with a new link, and revoked', async () => {
    await inviteByMail('again@outside.example');
    const first = mailTo('again@outside.example').invitation;
    const browser = await server.browser('developer');
    const page = await browser.visit(dashboard());
    const sent = await browser.submit(
      page,
      page.form({ button: 'Send again the invitation of again@outside.example' }).press(),
    );
    const second = mailTo('again@outside.example').invitation;
    expect(second).not.toBe(first);
    const invited = await server.browser('stranger');
    expect((await invited.visit(first)).status).toBe(410);
    expect((await invited.visit(second)).status).toBe(200);
    const revoked = await browser.submit(
      sent,
      sent.form({ button: 'Revoke the invitation of again@outside.example' }).press(),
    );
    expect(revoked.text).toContain('Nobody is invited at the moment.');
    expect((await invited.visit(second)).status).toBe(410);
  });

  it('needs an address, and shows what was typed again', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit(dashboard());
    const form = page.form({ button: 'Send the invitation' }).fill('E-mail address', 'bela');
    const again = await browser.submit(page, form.press());
    expect([again.status, again.field('E-mail address')]).toEqual([422, 'bela']);
    expect(again.text).toContain('Write one e-mail address, such as bela@example.edu.');
  });

  it('is mailed fifty times a day and person at most', async () => {
    const key = `team-invitation:account:${server.people.faculty.id}`;
    const subject = { key, limit: 50, windowSeconds: 24 * 60 * 60 };
    for (let sent = 0; sent < 50; sent += 1) {
      await server.storage.countAttempt({ subjects: [subject], at: server.clock.read() });
    }
    await addOwner('faculty');
    const browser = await server.browser('faculty');
    const page = await browser.visit(dashboard());
    const form = page.form({ button: 'Send the invitation' }).fill('E-mail address', 'a@b.example');
    const again = await browser.submit(page, form.press());
    expect(again.text).toContain('You have sent many invitations today.');
  });
});

async function addOwner(person: PersonName): Promise<void> {
  const action = { number: app.number, actor: server.people.developer.id, at: server.clock.read() };
  await server.storage.changeMemberRole(
    { ...action, today: today() },
    server.people[person].id,
    'owner',
  );
}

describe('the owner of an app', () => {
  it('gives others a role, and they are told by mail', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit(dashboard());
    const { id } = server.people.student;
    const form = page.form({ action: `${dashboard()}/team/${id}/role` });
    const after = await browser.submit(page, form.tamper('role', 'viewer').press());
    expect(after.text).toContain('The role is saved');
    expect(await roles()).toMatchObject({ student: 'viewer' });
    expect(mailTo('aarohi@example.org').text).toContain('It is now: viewer.');
  });

  it('stays as long as there is no other', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit(dashboard());
    const { id } = server.people.developer;
    const role = page.form({ action: `${dashboard()}/team/${id}/role` });
    for (const submission of [
      role.tamper('role', 'viewer').press(),
      page.form({ button: 'Leave the team' }).press(),
    ]) {
      const answer = await browser.submit(page, submission);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('An app needs an owner who is here.');
    }
    expect(await roles()).toMatchObject({ developer: 'owner' });
  });

  it('hands over with the password, and is a developer then', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit(dashboard());
    const form = page
      .form({ button: 'Hand over' })
      .tamper('new_owner', String(server.people.student.id));
    const refused = await browser.submit(page, form.fill('Your password', 'wrong').press());
    expect([refused.status, refused.text.includes('This is not your password')]).toEqual([
      422,
      true,
    ]);
    expect(await roles()).toMatchObject({ developer: 'owner' });
    const again = refused.form({ button: 'Hand over' }).fill('Your password', PASSWORD);
    const done = await browser.submit(refused, again.press());
    expect(done.text).toContain('You are a developer of it now.');
    expect(await roles()).toEqual({ developer: 'developer', student: 'owner', faculty: 'viewer' });
  });

  it('names a successor, who owns the app as soon as a maintainer deactivates the owner', async () => {
    const browser = await server.browser('developer');
    const page = await browser.visit(dashboard());
    const form = page
      .form({ button: 'Save the successor' })
      .tamper('successor', String(server.people.student.id));
    await browser.submit(page, form.press());

    const maintainer = await server.browser('maintainer');
    const path = `/people/${server.people.developer.id}`;
    const person = await maintainer.visit(path);
    await maintainer.submit(person, person.form({ action: `${path}/deactivate` }).press());
    expect(await roles()).toMatchObject({ student: 'owner' });
    expect(mailTo('aarohi@example.org').text).toContain('is owner of');
    await reactivateOwner();
  });
});

describe('an app whose last owner leaves soon', () => {
  it('warns its team a month before, once', async () => {
    const { id, profile } = server.people.developer;
    const leaving = { role: 'Student', startDate: '2021-07-16', endDate: '2026-12-20' } as const;
    await server.storage.assignRoles(id, [leaving]);
    expect(await lookAfterOwners()).toBeGreaterThan(0);
    expect(await lookAfterOwners()).toBe(0);
    const mail = mailTo('aarohi@example.org');
    expect(mail.subject).toBe(`${app.name} loses its last owner on 2026-12-20`);
    const page = await (await server.browser('developer')).visit(dashboard());
    expect(page.text).toContain('The last owner leaves soon');
    expect(page.text).toContain('Here until 20 December 2026');
    await server.storage.assignRoles(id, profile.roles);
    await lookAfterOwners();
  });
});

describe('an app whose owners are not here any more', () => {
  it('tells team and maintainers, and is taken over by the developer who joined first', async () => {
    await deactivateOwner();
    expect(await lookAfterOwners()).toBeGreaterThan(0);
    expect(await lookAfterOwners()).toBe(0);
    expect(mailTo('aarohi@example.org').subject).toBe(`${app.name} has no owner any more`);

    const viewer = await (await server.browser('faculty')).visit(dashboard());
    expect(viewer.text).toContain('This app has no owner any more');
    expect(() => viewer.form({ button: 'Take over this app' })).toThrow();

    const desk = await (await server.browser('maintainer')).visit(`/review/${app.number}`);
    expect(desk.text).toContain('Nobody who owns it is here any more');

    const browser = await server.browser('student');
    const page = await browser.visit(dashboard());
    const after = await browser.submit(page, page.form({ button: 'Take over this app' }).press());
    expect(after.text).toContain('You own this app now.');
    expect(await roles()).toMatchObject({ student: 'owner' });
    await reactivateOwner();
  });

  it('gets one from a maintainer, who may not name somebody while there is one', async () => {
    const maintainer = await server.browser('maintainer');
    const before = await maintainer.visit(`/review/${app.number}`);
    expect(() => before.form({ button: 'Make them owner' })).toThrow();
    await deactivateOwner();
    const page = await maintainer.visit(`/review/${app.number}`);
    const form = page.form({ button: 'Make them owner' });
    const wrong = await maintainer.submit(page, form.fill('New owner', 'nobody').press());
    expect([wrong.status, wrong.text.includes('Nobody has this username or number.')]).toEqual([
      422,
      true,
    ]);
    const username = server.people.stranger.username ?? '';
    const again = wrong.form({ button: 'Make them owner' }).fill('New owner', username);
    const done = await maintainer.submit(wrong, again.press());
    expect(done.text).toContain('The app has an owner again');
    expect(await roles()).toMatchObject({ stranger: 'owner' });
    await reactivateOwner();
  });
});
