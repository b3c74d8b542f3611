import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import { decideTo, requestClaims, seedClient } from '../../../test/support/seeded-client.ts';
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

const BUTTON = 'Record the decision';

async function decide(
  { browser, page }: { readonly browser: Browser; readonly page: Page },
  decision: string,
  message = '',
): Promise<Page> {
  const form = page.form({ button: BUTTON }).tick(decision).fill('Message to the team', message);
  return browser.submit(page, form.press());
}

describe('the review desk', () => {
  it.each(['/review', '/review/1'])(
    'at %s does not exist for others, and asks who is not signed in to sign in',
    async (path) => {
      await seedClient(server);
      for (const person of ['developer', 'faculty'] as const) {
        expect((await (await server.browser(person)).visit(path)).status).toBe(404);
      }
      const { url } = await (await server.browser()).visit(path);
      expect(`${url.pathname}${url.search}`).toBe(`/auth/login?next=${encodeURIComponent(path)}`);
    },
  );

  it('takes no decision from somebody who is no maintainer', async () => {
    const { number } = await seedClient(server, { status: 'in-review' });
    const maintainer = await server.browser('maintainer');
    const form = (await maintainer.visit(`/review/${number}`)).form({ button: BUTTON });
    const developer = await server.browser('developer');
    const own = await developer.visit('/developer/add');
    const token = own.form({ button: 'Add app' }).press().fields[0]!;
    const answer = await developer.submit(own, {
      ...form.tick('Approve').tamper(token[0], token[1]).press(),
      action: `/review/${number}/decision`,
    });
    expect(answer.status).toBe(404);
    expect((await stored(number)).client.status).toBe('in-review');
  });

  it('shows who waits, longest first, and the decided ones by status', async () => {
    const first = await seedClient(server, { status: 'in-review', name: 'Waits longest' });
    server.clock.advance(8 * 24 * 3600);
    const second = await seedClient(server, { status: 'in-review', name: 'Waits less' });
    const suspended = await seedClient(server, { status: 'suspended' });
    const browser = await server.browser('maintainer');
    const { text } = await browser.visit('/review');
    expect(text.indexOf(first.name)).toBeGreaterThan(0);
    expect(text.indexOf(second.name)).toBeGreaterThan(text.indexOf(first.name));
    expect(text).toContain('8 days ago');
    expect(text).toContain('Over a week');
    expect(text).not.toContain(suspended.name);
    const others = await browser.visit('/review?status=suspended');
    expect(others.text).toContain(suspended.name);
    expect(others.text).not.toContain(first.name);
  });

  it('answers 404 for an app that does not exist', async () => {
    const browser = await server.browser('maintainer');
    for (const number of ['999999', '0', 'x']) {
      expect((await browser.visit(`/review/${number}`)).status).toBe(404);
    }
  });
});

describe('the page of an app in review', () => {
  it('shows what the developer said, the exact data, the hosts and the team', async () => {
    const { number } = await seedClient(server, {
      status: 'in-review',
      redirectUris: ['https://a.example.edu/cb', 'http://b.example.edu/cb', 'com.example.app:/cb'],
      claims: ['student.branch.name', 'person.full_name'],
    });
    const page = await (await server.browser('maintainer')).visit(`/review/${number}`);
    expect(page.text).toContain('It lends books.');
    expect(page.described('Personal')).toContain('Full name');
    expect(page.described('Student')).toContain('Branch');
    expect(page.described('Sends people to')).toContain('a.example.edu');
    expect(page.described('Sends people to')).toContain('b.example.edu (without TLS)');
    expect(page.described('Sends people to')).toContain('com.example.app: (an app on the device)');
    expect(page.text).toContain('Devika Rao');
  });

  it('shows what is new and what is gone against what is approved now', async () => {
    const { number } = await seedClient(server, { claims: ['person.full_name', 'person.roles'] });
    const developer = await server.browser('developer');
    const dashboard = await developer.visit(`/developer/${number}`);
    const form = dashboard.form({ button: 'Save the data points' }).untick('Roles').tick('Sex');
    await developer.submit(dashboard, form.press());
    const page = await (await server.browser('maintainer')).visit(`/review/${number}`);
    expect(page.text).toContain('Compared with what is approved now: 1 new, 1 gone.');
    expect(page.described('Biological information')).toBe('Sex new Does not say what for.');
    expect(page.text).toMatch(/No longer asked for\s+Personal\s+Roles/u);
  });
});

describe('the page of an app with a change in review', () => {
  it('says what people would read, and what they read before', async () => {
    const { number } = await seedClient(server, { claims: ['person.full_name'] });
    const developer = await server.browser('developer');
    const dashboard = await developer.visit(`/developer/${number}`);
    const form = dashboard
      .form({ button: 'Save the data points' })
      .fill('Full name: what for', 'To greet you.');
    await developer.submit(dashboard, form.press());
    const page = await (await server.browser('maintainer')).visit(`/review/${number}`);
    expect(page.described('Personal')).toBe(
      'Full name said differently The name in the records To greet you. before: Required',
    );
  });
});

describe('a decision', () => {
  it('to approve is recorded with who, when and why, and mailed to the team', async () => {
    const { number, name } = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser('maintainer');
    const mailed = server.mails.length;
    const page = await browser.visit(`/review/${number}`);
    const after = await decide({ browser, page }, 'Approve', 'Welcome.');
    expect(after.redirects[0]?.response.status).toBe(303);
    expect(after.url.pathname).toBe('/review');
    expect(after.text).toContain('The decision is recorded');
    const { client, history } = await stored(number);
    expect(client).toMatchObject({
      status: 'approved',
      approvedClaims: client.requestedClaims,
    });
    expect(history[0]).toMatchObject({
      type: 'approved',
      actor: server.people.maintainer.id,
      at: server.clock.read(),
      message: 'Welcome.',
    });
    expect(server.mails.slice(mailed)).toMatchObject([
      { to: 'devika_r@cs.campus.example', subject: `${name} is approved` },
    ]);
  });

  it.each(['Reject', 'Suspend'])(
    'to %s needs a message, and keeps what was chosen',
    async (what) => {
      const { number } = await seedClient(server, { status: 'in-review' });
      const browser = await server.browser('maintainer');
      const page = await browser.visit(`/review/${number}`);
      const answer = await decide({ browser, page }, what);
      expect([answer.status, answer.text.includes('Write to the team why')]).toEqual([422, true]);
      const chosen = answer
        .form({ button: BUTTON })
        .press()
        .fields.find(([field]) => field === 'decision');
      expect(chosen?.[1]).toBe(`${what.toLowerCase()}ed`);
      expect((await stored(number)).client.status).toBe('in-review');

      await decide({ browser, page: answer }, what, 'Say who keeps the data.');
      const developer = await server.browser('developer');
      expect((await developer.visit(`/developer/${number}`)).text).toContain(
        'Say who keeps the data.',
      );
    },
  );

  it('is about what the reviewer saw: not about what the team changed meanwhile', async () => {
    const { number } = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${number}`);
    const developer = await server.browser('developer');
    const dashboard = await developer.visit(`/developer/${number}`);
    const more = dashboard.form({ button: 'Save the data points' }).tick('Date of birth');
    await developer.submit(dashboard, more.press());

    const answer = await decide({ browser, page }, 'Approve', 'Fine.');
    expect([answer.status, answer.text.includes('While you were reading')]).toEqual([422, true]);
    expect(answer.form({ button: BUTTON }).value('Message to the team')).toBe('Fine.');
    expect((await stored(number)).client.status).toBe('in-review');
    await decide({ browser, page: answer }, 'Approve');
    expect((await stored(number)).client.approvedClaims).toContain(
      'biological_information.date_of_birth',
    );
  });

  it('is recorded once when two maintainers decide at the same time', async () => {
    const { number } = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${number}`);
    const answers = await Promise.all([
      decide({ browser, page }, 'Approve'),
      decide({ browser, page }, 'Reject', 'No.'),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]));
    expect((await stored(number)).history).toHaveLength(2);
  });

  it('about an app of one’s own is left to somebody else', async () => {
    const { number } = await seedClient(server, { status: 'in-review', createdBy: 'maintainer' });
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${number}`);
    expect(page.text).toContain('another maintainer has to decide');
    const other = await seedClient(server, { status: 'in-review' });
    const form = (await browser.visit(`/review/${other.number}`)).form({ button: BUTTON });
    const answer = await browser.submit(page, {
      ...form.tick('Approve').press(),
      action: `/review/${number}/decision`,
    });
    expect(answer.status).toBe(422);
    expect((await stored(number)).client.status).toBe('in-review');
  });

  it('to suspend can be lifted', async () => {
    const { number } = await seedClient(server);
    await decideTo(server, number, 'suspended');
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${number}`);
    await decide({ browser, page }, 'Approve again');
    expect((await stored(number)).client.status).toBe('approved');
  });
});

describe('a decision about each data point', () => {
  it('approves some and declines others, with a reason that the team reads', async () => {
    const { number } = await seedClient(server, {
      status: 'in-review',
      claims: ['person.full_name', 'biological_information.sex'],
    });
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${number}`);
    const form = page.form({ button: BUTTON }).tick('Approve').untick('Sex');
    const refused = await browser.submit(page, form.press());
    expect([refused.status, refused.text.includes('why it is not approved')]).toEqual([422, true]);
    await browser.submit(page, form.fill('Sex: why not', 'A library does not need it.').press());
    expect((await stored(number)).client).toMatchObject({
      status: 'approved',
      approvedClaims: ['person.full_name'],
    });
    const developer = await server.browser('developer');
    const dashboard = await developer.visit(`/developer/${number}`);
    expect(dashboard.text).toContain('Sex not approved A library does not need it.');
  });

  it('stores the answers to the checklist', async () => {
    const { number } = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${number}`);
    const question = 'It needs each data point for what it says.';
    const form = page.form({ button: BUTTON }).tick('Approve').tick(question);
    await browser.submit(page, form.press());
    const answers = (await stored(number)).revisions[0]?.checklist;
    expect(answers?.filter(({ yes }) => yes)).toEqual([{ question, yes: true }]);
    expect(answers).toHaveLength(5);
  });
});

describe('asking for changes', () => {
  it('leaves an approved app running, and lets the team answer', async () => {
    const { number, name } = await seedClient(server);
    await requestClaims(server, number, { claims: ['person.full_name', 'person.roles'] });
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${number}`);
    const mailed = server.mails.length;
    await decide({ browser, page }, 'Request changes', 'What are the roles for?');
    expect((await stored(number)).client).toMatchObject({
      status: 'approved',
      revisionState: 'changes-requested',
    });
    expect(server.mails.slice(mailed)).toMatchObject([
      { subject: `A change is needed before ${name} can be approved` },
    ]);
    const developer = await server.browser('developer');
    const dashboard = await developer.visit(`/developer/${number}`);
    expect(dashboard.text).toContain('What are the roles for?');
  });
});

describe('the conversation with a team', () => {
  it('is kept with the app and mailed to the team', async () => {
    const { number, name } = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${number}`);
    const mailed = server.mails.length;
    const form = page.form({ button: 'Send' }).fill('Write a message', 'Who runs it?');
    const after = await browser.submit(page, form.press());
    expect(after.url.pathname).toBe(`/review/${number}`);
    expect(after.text).toContain('Kabir Singh Rathore Reviewer');
    expect(server.mails.slice(mailed)).toMatchObject([
      { to: 'devika_r@cs.campus.example', subject: `A message about ${name}` },
    ]);
  });
});

describe('deciding about many at once', () => {
  it('approves those selected, each as it was seen, and leaves what moved meanwhile', async () => {
    const apps = await Promise.all(
      [1, 2, 3].map(async () => seedClient(server, { status: 'in-review' })),
    );
    const [one, two, three] = apps;
    const browser = await server.browser('maintainer');
    const page = await browser.visit('/review');
    await decideTo(server, two!.number, 'rejected');
    const form = page.form({ button: 'Approve them' });
    for (const { name } of [one!, two!]) form.tick(`Select ${name}`);
    const answer = await browser.submit(page, form.press('Approve them'));
    expect(answer.text).toContain('1 app is decided.');
    expect(answer.text).toContain(`or are not yours to decide: ${two!.name}.`);
    const statuses = await Promise.all(
      apps.map(async ({ number }) => (await stored(number)).client.status),
    );
    expect(statuses).toEqual(['approved', 'rejected', 'in-review']);
    expect(three).toBeDefined();
  });

  it('needs apps, and a message to ask for changes', async () => {
    const { name, number } = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser('maintainer');
    const page = await browser.visit('/review');
    const form = page.form({ button: 'Request changes' });
    const none = await browser.submit(page, form.press('Request changes'));
    expect([none.status, none.text.includes('Select at least one app.')]).toEqual([422, true]);
    form.tick(`Select ${name}`);
    const silent = await browser.submit(page, form.press('Request changes'));
    expect([silent.status, silent.text.includes('Write to the team why')]).toEqual([422, true]);
    form.fill('Message to the teams', 'Say what for.');
    await browser.submit(page, form.press('Request changes'));
    expect((await stored(number)).client.status).toBe('changes-requested');
  });
});

describe('the questions and replies of the desk', () => {
  it('are the institution’s own once it wrote some, and the product’s again when it empties them', async () => {
    const browser = await server.browser('maintainer');
    const page = await browser.visit('/review/settings');
    const form = page.form({ button: 'Save' });
    expect(form.value('Replies')).toContain('Ask for less');
    form.fill('Checklist', ' Is it ours? \n\nIs it safe?');
    form.fill('Replies', 'Hello\nThank you.\n---\nBye\nNot here.');
    const saved = await browser.submit(page, form.press());
    expect(saved.text).toContain('The questions and replies are saved.');
    const { number } = await seedClient(server, { status: 'in-review' });
    const review = await browser.visit(`/review/${number}`);
    expect(review.text).toContain('Before you approve Is it ours? Is it safe?');
    expect(review.text).toContain('Hello Thank you.');
    const empty = saved.form({ button: 'Save' }).fill('Checklist', '').fill('Replies', '');
    await browser.submit(saved, empty.press());
    const after = await browser.visit(`/review/${number}`);
    expect(after.text).toContain('It asks for nothing that it can do without.');
  });

  it('are not lost when two maintainers save at once', async () => {
    const browser = await server.browser('maintainer');
    const page = await browser.visit('/review/settings');
    const save = async (text: string) =>
      browser.submit(page, page.form({ button: 'Save' }).fill('Checklist', text).press());
    await save('First?');
    const answer = await save('Second?');
    expect([answer.status, answer.text.includes('Somebody else saved meanwhile.')]).toEqual([
      409,
      true,
    ]);
    expect(answer.form({ button: 'Save' }).value('Checklist')).toBe('First?');
  });
});
