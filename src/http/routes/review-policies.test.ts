import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { requestClaims, seedClient } from '../../../test/support/seeded-client.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import type { PersonName } from '../../../test/support/people.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings.ts';

/** An institution where two maintainers must agree, but for the roles, which are approved by rule. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    settings: {
      review: {
        ...DEFAULT_SETTINGS.review,
        fourEyes: true,
        autoApprovedClaims: ['person.roles'],
      },
    },
  });
  const { username } = server.people.faculty;
  await server.storage.importAccounts(
    [
      {
        username: username!,
        revise: (profile) => ({
          profile: {
            ...profile!,
            roles: [{ role: 'Maintainer', startDate: '2020-01-01', endDate: null }],
          },
          identifiers: [username!],
        }),
      },
    ],
    { at: server.clock.read(), dryRun: false },
  );
});
afterAll(async () => server.close());

const standing = async (number: number) =>
  (await server.storage.findClientForReview(number))!.client;

describe('where two maintainers must agree', () => {
  async function approve(person: PersonName, number: number, without: readonly string[] = []) {
    const browser = await server.browser(person);
    const page = await browser.visit(`/review/${number}`);
    const form = page.form({ button: 'Record the decision' });
    for (const label of without) {
      form.untick(label).fill(`${label}: why not`, 'Not needed.');
    }
    return [browser, page, form] as const;
  }

  it('the first approval is a vote, and the second decides what both would approve', async () => {
    const claims = ['person.full_name', 'biological_information.sex'];
    const { number, name } = await seedClient(server, { status: 'in-review', claims });
    const mailed = server.mails.length;
    const [first, page, form] = await approve('maintainer', number, ['Sex']);
    expect(page.text).toContain('An approval needs two maintainers.');
    const voted = await first.submit(page, form.tick('Approve').press());
    expect(voted.text).toContain('Another maintainer has to agree.');
    expect(voted.text).toContain('Needs a second approval');
    expect((await standing(number)).status).toBe('in-review');
    expect(server.mails).toHaveLength(mailed);

    const [sameOne, again, own] = await approve('maintainer', number);
    const refused = await sameOne.submit(again, own.tick('Approve').press());
    expect([refused.status, refused.text.includes('You approved it already.')]).toEqual([
      422,
      true,
    ]);

    const [second, seen, confirmation] = await approve('faculty', number);
    expect(seen.text).toContain('Without: Sex.');
    await second.submit(seen, confirmation.tick('Confirm the approval').press());
    expect(await standing(number)).toMatchObject({
      status: 'approved',
      approvedClaims: ['person.full_name'],
    });
    expect(server.mails.at(-1)?.subject).toBe(`${name} is approved`);
  });
});

describe('what an institution approves by rule', () => {
  it('is approved at once, and the history says that nobody decided', async () => {
    const { number } = await seedClient(server, { claims: ['person.full_name'] });
    const browser = await server.browser('developer');
    const page = await browser.visit(`/developer/${number}`);
    const form = page.form({ button: 'Save the data points' }).tick('Roles');
    const draft = await browser.submit(page, form.press('Save as a draft'));
    const after = await browser.submit(draft, draft.form({ button: 'Submit for review' }).press());
    expect(after.text).toContain('Approved at once');
    expect(after.text).toContain('Approved by a rule of the institution');
    expect(await standing(number)).toMatchObject({
      revisionState: 'approved',
      approvedClaims: ['person.full_name', 'person.roles'],
    });
  });

  it('does not cover what stands beside it', async () => {
    const { number } = await seedClient(server, { claims: ['person.full_name'] });
    const claims = ['person.full_name', 'person.roles', 'biological_information.sex'];
    await requestClaims(server, number, { claims, begins: 'draft' });
    const browser = await server.browser('developer');
    const page = await browser.visit(`/developer/${number}`);
    await browser.submit(page, page.form({ button: 'Submit for review' }).press());
    expect((await standing(number)).revisionState).toBe('in-review');
  });
});
