import { describe, expect, it } from 'vitest';
import type { Account, AccountId } from '../domain/account.ts';
import type { Client, ClientDossier, ClientStatus, ReviewDecision } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import type { Message } from '../domain/mailer.ts';
import { decideOnClient, possibleDecisions, type Verdict } from './decide.ts';

const REVIEWER = 9;
const NAME = 'person.full_name';
const ROLES = 'person.roles';

function account(
  id: AccountId,
  over: Partial<Account> = {},
  webmail = `p${id}@i.example`,
): Account {
  const records = { contact_information: { institute_webmail_address: webmail } };
  const profile = { records, roles: [], customRoles: [] };
  const username = `u${id}`;
  return { environment: 'live', id, username, isActive: true, language: null, profile, ...over };
}

function world(
  client: Partial<Client> = {},
  answer: 'recorded' | 'changed-meanwhile' | 'not-found' = 'recorded',
) {
  const dossier = {
    client: {
      number: 7,
      name: 'Library',
      status: 'in-review',
      revision: 3,
      requestedClaims: [ROLES, NAME],
      approvedClaims: [],
      ...client,
    },
    team: [1, 2, 3, 4].map((accountId) => ({ accountId, name: `P${accountId}`, username: null })),
    history: [],
  } as unknown as ClientDossier;
  const people = [account(1), account(2), account(3, {}, ''), account(4, { isActive: false })];
  const decisions: ReviewDecision[] = [];
  const mails: Message[] = [];
  const deps = {
    storage: {
      findClientForReview: async (number: number) => (number === 7 ? dossier : undefined),
      findAccount: async (id: AccountId) => people.find((person) => person.id === id),
      recordReviewDecision: async (decision: ReviewDecision) => {
        decisions.push(decision);
        return answer;
      },
    },
    now: instant(50),
    sendMail: (mail: Message) => void mails.push(mail),
    issuer: 'https://auth.example.edu',
  };
  return { dossier, decisions, mails, people, deps };
}

const verdict = (over: Partial<Verdict> = {}): Verdict => ({
  number: 7,
  reviewer: REVIEWER,
  type: 'approved',
  message: '',
  seen: { revision: 3, status: 'in-review' },
  ...over,
});

describe('what can be decided', () => {
  it.each<[ClientStatus, string[]]>([
    ['in-review', ['approved', 'rejected', 'suspended']],
    ['approved', ['suspended']],
    ['rejected', ['approved', 'suspended']],
    ['suspended', ['approved']],
  ])('about a client that is %s', (status, decisions) => {
    expect(possibleDecisions(world({ status }).dossier, REVIEWER)).toEqual(decisions);
  });

  it('about a client of one’s own team: nothing', () => {
    expect(possibleDecisions(world().dossier, 2)).toEqual([]);
  });
});

describe('a decision', () => {
  it('to approve approves exactly the claims asked for at the revision that was seen', async () => {
    const { deps, decisions } = world({ approvedClaims: [NAME] });
    expect(await decideOnClient(verdict(), deps)).toEqual({
      type: 'recorded',
      decision: 'approved',
      name: 'Library',
    });
    expect(decisions).toEqual([
      {
        number: 7,
        reviewer: REVIEWER,
        at: 50,
        type: 'approved',
        message: '',
        expectedRevision: 3,
        expectedStatus: 'in-review',
        status: 'approved',
        approvedClaims: [ROLES, NAME],
      },
    ]);
  });

  it.each(['rejected', 'suspended'] as const)(
    'that it is %s leaves what was approved before as it is, and keeps the reason',
    async (type) => {
      const { deps, decisions } = world({ approvedClaims: [NAME] });
      await decideOnClient(verdict({ type, message: ' Too much.\r\nAsk for less.\0 ' }), deps);
      expect(decisions).toMatchObject([
        { type, status: type, approvedClaims: [NAME], message: 'Too much.\nAsk for less.' },
      ]);
    },
  );

  it.each(['rejected', 'suspended'])('that it is %s needs a message', async (type) => {
    const { deps, decisions } = world();
    expect(await decideOnClient(verdict({ type, message: ' \n ' }), deps)).toEqual({
      type: 'invalid',
      problem: 'message-missing',
    });
    expect(decisions).toEqual([]);
  });

  it('has a message of at most 4000 characters', async () => {
    const { deps } = world();
    const message = 'a'.repeat(4001);
    expect(await decideOnClient(verdict({ message }), deps)).toEqual({
      type: 'invalid',
      problem: 'message-too-long',
    });
  });

  it.each(['', 'deleted', 'in-review'])('is not %j', async (type) => {
    const { deps, decisions } = world();
    expect(await decideOnClient(verdict({ type, message: 'x' }), deps)).toEqual({
      type: 'invalid',
      problem: 'decision-missing',
    });
    expect(decisions).toEqual([]);
  });

  it('is refused about a client of one’s own team', async () => {
    const { deps, decisions } = world();
    expect(await decideOnClient(verdict({ reviewer: 1 }), deps)).toEqual({
      type: 'invalid',
      problem: 'own-client',
    });
    expect(decisions).toEqual([]);
  });

  it.each([
    { revision: 2, status: 'in-review' },
    { revision: 3, status: 'rejected' },
    { revision: Number.NaN, status: 'in-review' },
  ])('is refused when the reviewer saw something else: %o', async (seen) => {
    const { deps, decisions } = world();
    expect(await decideOnClient(verdict({ seen }), deps)).toEqual({ type: 'changed-meanwhile' });
    expect(decisions).toEqual([]);
  });

  it('is not mailed when somebody else decided in the same moment', async () => {
    const { deps, mails } = world({}, 'changed-meanwhile');
    expect(await decideOnClient(verdict(), deps)).toEqual({ type: 'changed-meanwhile' });
    expect(mails).toEqual([]);
  });

  it('about a client that does not exist is not found', async () => {
    const { deps } = world();
    expect(await decideOnClient(verdict({ number: 8 }), deps)).toEqual({ type: 'not-found' });
  });
});

describe('the mail about a decision', () => {
  it('goes to every active member of the team who has an address', async () => {
    const { deps, mails } = world();
    await decideOnClient(verdict(), deps);
    expect(mails.map(({ to }) => to)).toEqual(['p1@i.example', 'p2@i.example']);
  });

  it('is in the language each of them chose, or else the institution’s', async () => {
    const { deps, mails, people } = world();
    people[1] = account(2, { language: 'hi' });
    await decideOnClient(verdict(), deps);
    expect(mails.map(({ language }) => language)).toEqual([null, 'hi']);
  });

  it('tells the decision, the reason, and where to go on', async () => {
    const { deps, mails } = world();
    const message = 'The date of birth is not needed.\n\nAsk for less.';
    await decideOnClient(verdict({ type: 'rejected', message }), deps);
    expect(mails[0]).toMatchObject({
      name: 'u1',
      template: {
        type: 'app-rejected',
        isChange: false,
        app: 'Library',
        message,
        appPage: 'https://auth.example.edu/developer/7',
      },
    });
  });

  it('says that something stays in force when a change was rejected', async () => {
    const { deps, mails } = world({ approvedClaims: [NAME] });
    await decideOnClient(verdict({ type: 'rejected', message: 'No.' }), deps);
    expect(mails[0]?.template).toMatchObject({ type: 'app-rejected', isChange: true });
  });

  it('says whether it is approved or approved again', async () => {
    const first = world();
    await decideOnClient(verdict(), first.deps);
    expect(first.mails[0]?.template).toMatchObject({ type: 'app-approved', again: false });
    const lifted = world({ status: 'suspended' });
    await decideOnClient(verdict({ seen: { revision: 3, status: 'suspended' } }), lifted.deps);
    expect(lifted.mails[0]?.template).toMatchObject({ type: 'app-approved', again: true });
  });

  it('says that it is suspended, and why', async () => {
    const { deps, mails } = world({ status: 'approved' });
    const seen = { revision: 3, status: 'approved' };
    await decideOnClient(verdict({ type: 'suspended', message: 'Leaked data.', seen }), deps);
    expect(mails[0]?.template).toMatchObject({ type: 'app-suspended', message: 'Leaked data.' });
  });
});
