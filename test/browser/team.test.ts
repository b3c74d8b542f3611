import path from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadAssets } from '../../src/http/load-assets.ts';
import { PASSWORD, type PersonName } from '../support/people.ts';
import { seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { launchChromium } from './chromium.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/**
 * A team from an invitation to a successor: by mail, through signing in, with every role; with scripts and without. Axe
 * looks at every state on the way.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser.close());

describe.each([
  { name: 'with scripts', scripts: true },
  { name: 'without scripts', scripts: false },
])('a team, $name', ({ scripts }) => {
  let server: TestServer;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    const assets = await loadAssets(path.resolve(import.meta.dirname, '../../dist/assets'));
    server = await startTestServer({ assets });
  });
  afterAll(async () => {
    await Promise.all(visitors.map(({ close }) => close()));
    await server.close();
  });

  async function visit(person: PersonName | undefined): Promise<Visitor> {
    const visitor = await openVisitor(browser, { origin: server.origin, scripts });
    visitors.push(visitor);
    if (person === undefined) return visitor;
    const { jar } = await server.browser(person);
    const value = jar.value('127.0.0.1', 'session') ?? '';
    await visitor.page.context().addCookies([{ name: 'session', value, url: server.origin }]);
    return visitor;
  }

  async function press(visitor: Visitor, button: string): Promise<void> {
    await visitor.page.getByRole('button', { name: button, exact: true }).click();
    await visitor.page.waitForLoadState();
  }

  async function rolesOf(number: number): Promise<Readonly<Record<string, string>>> {
    const team = await server.storage.listTeam(number);
    return Object.fromEntries(team.map(({ name, role }) => [name, role]));
  }

  it('grows by mail, changes hands, and outlives its owner', { timeout: 900_000 }, async () => {
    const { number } = await seedClient(server, { createdBy: 'developer' });
    const dashboard = `/developer/${number}`;

    // An owner invites somebody whose address nobody here has.
    const owner = await visit('developer');
    await owner.page.goto(dashboard);
    await owner.page.getByLabel('E-mail address').fill('sam@outside.example');
    await owner.page.getByLabel('Role', { exact: true }).first().selectOption('Viewer');
    await press(owner, 'Send the invitation');
    await owner.inspect('a dashboard with an open invitation');

    // They follow the link, sign in, and come back to it.
    const mail = server.mails.find(({ to }) => to === 'sam@outside.example');
    const link = /^https?:\/\/[^/]+(\/invitations\/\S+)$/mu.exec(mail?.text ?? '')?.[1] ?? '';
    const invited = await visit(undefined);
    await invited.page.goto(link);
    await invited.page.getByLabel('Username, email address').fill('21117001');
    await invited.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(invited, 'Sign in');
    expect(new URL(invited.page.url()).pathname).toBe(link);
    await invited.inspect('an invitation');
    await press(invited, 'Join the team');
    expect(new URL(invited.page.url()).pathname).toBe(dashboard);
    await invited.inspect('a dashboard as a viewer sees it');
    expect(await rolesOf(number)).toEqual({ 'Devika Rao': 'owner', 'Samaira Khan': 'viewer' });
    await invited.page.goto(link);
    await invited.inspect('an invitation that is used up');

    // A viewer finds nothing to change, and a developer does.
    await invited.page.goto(dashboard);
    expect(
      await invited.page.getByRole('button', { name: /^(?:Save|Add|Revoke|Send)\b/u }).count(),
    ).toBe(0);
    await owner.page.goto(dashboard);
    await owner.page.getByLabel('Role of Samaira Khan').selectOption('Developer');
    await press(owner, 'Save the role of Samaira Khan');
    await invited.page.goto(dashboard);
    await invited.page.getByRole('button', { name: 'Save the redirect URIs' }).waitFor();

    // The only owner cannot leave.
    await press(owner, 'Leave the team');
    await owner.inspect('a last owner who wants to leave');
    expect(await rolesOf(number)).toMatchObject({ 'Devika Rao': 'owner' });

    // They hand over instead.
    await owner.page.getByText('Hand the app over', { exact: true }).click();
    await owner.page.getByLabel('New owner').selectOption({ label: 'Samaira Khan (21117001)' });
    await owner.page.locator('#transfer-password').fill('wrong');
    await press(owner, 'Hand over');
    await owner.inspect('handing over with a wrong password');
    await owner.page.locator('#transfer-password').fill(PASSWORD);
    await press(owner, 'Hand over');
    expect(await rolesOf(number)).toEqual({ 'Devika Rao': 'developer', 'Samaira Khan': 'owner' });
    await owner.inspect('a dashboard as a developer sees it');

    // The new owner names a successor, and is deactivated.
    await invited.page.goto(dashboard);
    await invited.page
      .getByLabel('Who becomes owner then')
      .selectOption({ label: 'Devika Rao (21116077)' });
    await press(invited, 'Save the successor');
    await invited.inspect('a dashboard with a successor');
    const maintainer = await visit('maintainer');
    await deactivate(maintainer);
    expect(await rolesOf(number)).toMatchObject({ 'Devika Rao': 'owner' });
    await owner.page.goto(dashboard);
    await owner.inspect('a dashboard of a successor, beside an owner who is gone');
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  it('without a successor is taken over, or given to somebody', { timeout: 900_000 }, async () => {
    const { people, storage, clock } = server;
    const action = { actor: people.student.id, at: clock.read() };
    const { number } = await seedClient(server, { createdBy: 'student' });
    await storage.addTeamMember({ ...action, number }, people.faculty.id, 'developer');
    await storage.deactivateAccount({
      ...action,
      accountId: people.student.id,
      actor: null,
      today: '2026-11-24',
    });
    const maintainer = await visit('maintainer');
    await maintainer.page.goto(`/review/${number}`);
    await maintainer.page.getByLabel('New owner').fill('nobody');
    await press(maintainer, 'Make them owner');
    await maintainer.inspect('an app without an owner, at the review desk');

    const developer = await visit('faculty');
    await developer.page.goto(`/developer/${number}`);
    await developer.inspect('a dashboard of an app without an owner');
    await press(developer, 'Take over this app');
    expect(await rolesOf(number)).toMatchObject({ 'Lakshmi Iyer': 'owner' });
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  async function deactivate(maintainer: Visitor): Promise<void> {
    const account = `/people/${server.people.stranger.id}`;
    await maintainer.page.goto(account);
    const form = maintainer.page.locator(`form[action="${account}/deactivate"]`);
    const typed = form.getByRole('textbox');
    if ((await typed.count()) > 0) await typed.fill(server.people.stranger.username ?? '');
    await form.getByRole('button').click();
    await maintainer.page.waitForLoadState();
  }
});
