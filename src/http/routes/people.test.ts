import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import {
  obtainTokens,
  refresh,
  requestRefresh,
  userData,
} from '../../../test/support/provider-client.ts';
import { seedClient } from '../../../test/support/seeded-client.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { EVERY_AUDIT_EVENT } from '../../domain/audit-event.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  browser = await server.browser('maintainer');
});
afterAll(async () => server.close());

const people = async (query = ''): Promise<Page> => browser.visit(`/people${query}`);

async function lastActions(count: number): Promise<readonly string[]> {
  const page = { before: null, limit: count };
  return (await server.storage.listAuditEvents(EVERY_AUDIT_EVENT, page)).map(
    ({ action }) => action,
  );
}

describe('people', () => {
  it('are found by name, username, address and phone number', async () => {
    const { id } = server.people.faculty;
    for (const query of ['lakshmi', 'iyer lak', '100234', 'lakshmi@example.org', '01332-285555']) {
      const page = await people(`?q=${encodeURIComponent(query)}`);
      expect([query, page.body.includes(`href="/people/${id}"`)]).toEqual([query, true]);
      expect(page.text).not.toContain('Ramesh Kumar');
    }
    expect((await people('?q=nobody-at-all')).text).toContain('Nobody found');
  });

  it('are limited to a role and a state', async () => {
    const maintainers = await people('?role=Maintainer&state=active');
    expect(maintainers.text).toContain('Kabir Singh Rathore');
    expect(maintainers.text).not.toContain('Devika Rao');
    expect((await people('?state=deactivated')).text).toContain('Nobody found');
  });

  it('and everything below exist for maintainers only', async () => {
    const developer = await server.browser('developer');
    const stranger = await server.browser();
    for (const path of ['/people', '/people/1', '/people/import', '/people/import/status']) {
      expect([path, (await developer.visit(path)).status]).toEqual([path, 404]);
      expect([path, (await stranger.visit(path)).url.pathname]).toEqual([path, '/auth/login']);
    }
  });
});

describe('a person', () => {
  it('is shown as the institution knows them', async () => {
    const page = await browser.visit(`/people/${server.people.faculty.id}`);
    expect(page.described('Username')).toBe('100234');
    expect(page.described('Password')).toBe('Set');
    expect(page.described('Department')).toContain('Electrical Engineering');
    expect(page.text).toContain('FacultyMember');
  });

  it.each(['0', 'x', '999999', '99999999999999999'])('numbered %s does not exist', async (id) => {
    expect((await browser.visit(`/people/${id}`)).status).toBe(404);
  });
});

describe('deactivating', () => {
  it('ends sessions and tokens at once, and reactivating brings none of them back', async () => {
    const client = await seedClient(server, { name: 'Hostel' });
    const { id } = server.people.staff;
    const tokens = await obtainTokens(server, client, { person: 'staff' });
    const theirs = await server.browser('staff');
    expect((await theirs.visit('/account')).status).toBe(200);
    expect((await userData(server, tokens.access_token)).status).toBe(200);
    const refreshed = await refresh(server, client, tokens.refresh_token);

    const page = await browser.visit(`/people/${id}`);
    expect(page.described('Signed-in browsers')).toBe('1');
    expect(page.described('Apps with access')).toBe('1');
    const done = await browser.submit(
      page,
      page.form({ action: `/people/${id}/deactivate` }).press(),
    );
    expect(done.text).toContain('The account is deactivated');

    const expectNothingWorks = async (): Promise<void> => {
      expect((await userData(server, refreshed.access_token)).status).toBe(401);
      const again = await requestRefresh(server, client, {
        refresh_token: refreshed.refresh_token,
      });
      expect(again.status).toBe(400);
      expect((await theirs.visit('/account')).url.pathname).toBe('/auth/login');
    };
    await expectNothingWorks();
    const back = await browser.submit(
      done,
      done.form({ action: `/people/${id}/reactivate` }).press(),
    );
    expect(back.text).toContain('The account is active again.');
    await expectNothingWorks();
    expect(await lastActions(2)).toEqual(['account.reactivated', 'account.deactivated']);
  });

  it('is refused for the last active maintainer', async () => {
    const { id } = server.people.maintainer;
    const page = await browser.visit(`/people/${id}`);
    const refused = await browser.submit(
      page,
      page.form({ action: `/people/${id}/deactivate` }).press(),
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('the last active maintainer');
    const roles = await browser.submit(page, page.form({ button: 'End now Maintainer' }).press());
    expect(roles.text).toContain('the last active maintainer');
    expect((await people()).status).toBe(200);
  });
});

describe('roles', () => {
  const give = async (id: number, fields: Readonly<Record<string, string>>): Promise<Page> => {
    const page = await browser.visit(`/people/${id}`);
    const form = page.form({ button: 'Give a role' });
    for (const [label, value] of Object.entries(fields)) form.fill(label, value);
    return browser.submit(page, form.press('Give a role'));
  };

  it('are given with dates and ended, and take effect at once', async () => {
    const { id } = server.people.developer;
    const given = await give(id, { Role: 'Maintainer', To: '2027-03-31' });
    expect(given.text).toContain('The role is saved.');
    const theirs = await server.browser('developer');
    expect((await theirs.visit('/people')).status).toBe(200);
    expect((await server.storage.findAccount(id))?.profile.roles).toContainEqual({
      role: 'Maintainer',
      startDate: '2026-11-24',
      endDate: '2027-03-31',
    });

    const ended = await browser.submit(given, given.form({ button: 'End now Maintainer' }).press());
    expect(ended.text).toContain('The role is over.');
    expect((await theirs.visit('/people')).status).toBe(404);
    expect(await lastActions(2)).toEqual(['account.role-ended', 'account.role-given']);
  });

  it('are refused with what is wrong, and what was typed stays', async () => {
    const { id } = server.people.developer;
    const page = await give(id, { Role: 'Guest', From: '2027-01-02', To: '2027-01-01' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('The last day is before the first.');
    expect(page.body).toContain('value="2027-01-02"');
  });

  it('whoever gives up their own sees no people any more', async () => {
    const { id } = server.people.developer;
    await give(id, { Role: 'Maintainer' });
    const theirs = await server.browser('developer');
    const page = await theirs.visit(`/people/${id}`);
    const left = await theirs.submit(page, page.form({ button: 'End now Maintainer' }).press());
    expect(left.url.pathname).toBe('/feed');
  });
});

describe('a password link', () => {
  it('is mailed to the person, and its sending recorded without it', async () => {
    const page = await browser.visit(`/people/${server.people.developer.id}`);
    const before = server.mails.length;
    const sent = await browser.submit(
      page,
      page.form({ button: 'Send it by mail' }).press('Send it by mail'),
    );
    expect(sent.text).toContain('on its way by mail');
    expect(server.mails.length).toBe(before + 1);
    expect(server.mails.at(-1)?.to).toBe('devika_r@cs.campus.example');
    expect(await lastActions(1)).toEqual(['account.password-link-issued']);
  });

  it('is shown once, works, and is kept nowhere', async () => {
    const { id } = server.people.blank;
    const page = await browser.visit(`/people/${id}`);
    expect(page.text).toContain('No address is known to be theirs');
    const shown = await browser.submit(
      page,
      page.form({ button: 'Show it once' }).press('Show it once'),
    );
    const link = /http:[^\s"<]+token=[\w-]{43}/u.exec(shown.body)![0];
    expect((await browser.visit(new URL(link).pathname + new URL(link).search)).status).toBe(200);
    expect((await browser.visit(`/people/${id}`)).body).not.toContain('token=');
    const secret = new URL(link).searchParams.get('token')!;
    expect(server.logs.join('\n')).not.toContain(secret);
    const [event] = await server.storage.listAuditEvents(EVERY_AUDIT_EVENT, {
      before: null,
      limit: 1,
    });
    expect(event).toMatchObject({ details: { delivery: 'shown' } });
    expect(JSON.stringify(event)).not.toContain(secret);
  });
});
