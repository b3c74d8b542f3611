import { describe, expect, it } from 'vitest';
import type { Account, AccountId } from '../domain/account.ts';
import type { ClientStanding, ClientStatus, RevisionState } from '../domain/client-lifecycle.ts';
import { plainClaim, type FirstVote } from '../domain/client-revision.ts';
import type { Client, ClientDossier, ReviewDecision } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
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

type Vote = Parameters<Storage['recordFirstVote']>[0];

const WAITING: ClientStanding = {
  status: 'in-review',
  revision: 3,
  revisionState: 'in-review',
  approvedRevision: null,
};
/** Something is approved, and a change waits. */
const CHANGED: ClientStanding = { ...WAITING, status: 'approved', approvedRevision: 2 };

function world(
  client: Partial<Client> = {},
  answer: 'recorded' | 'changed-meanwhile' | 'not-found' = 'recorded',
  { fourEyes = false, firstVote = null as FirstVote | null } = {},
) {
  const claims = [ROLES, NAME].map(plainClaim);
  const dossier = {
    client: {
      number: 7,
      name: 'Library',
      ...WAITING,
      requestedClaims: [ROLES, NAME],
      approvedClaims: [],
      ...client,
    },
    revisions: [{ number: 3, claims, firstVote }],
    team: [1, 2, 3, 4].map((accountId) => ({ accountId, name: `P${accountId}`, username: null })),
    history: [],
  } as unknown as ClientDossier;
  const people = [account(1), account(2), account(3, {}, ''), account(4, { isActive: false })];
  const decisions: ReviewDecision[] = [];
  const votes: Vote[] = [];
  const mails: Message[] = [];
  const deps = {
    storage: {
      findClientForReview: async (number: number) => (number === 7 ? dossier : undefined),
      findAccount: async (id: AccountId) => people.find((person) => person.id === id),
      recordReviewDecision: async (decision: ReviewDecision) => {
        decisions.push(decision);
        return answer;
      },
      recordFirstVote: async (vote: Vote) => {
        votes.push(vote);
        return answer;
      },
    },
    fourEyes,
    now: instant(50),
    sendMail: (mail: Message) => void mails.push(mail),
    issuer: 'https://auth.example.edu',
  };
  return { dossier, decisions, votes, mails, people, deps };
}

const verdict = (over: Partial<Verdict> = {}): Verdict => ({
  number: 7,
  reviewer: REVIEWER,
  type: 'approved',
  message: '',
  seen: WAITING,
  declined: [],
  checklist: [],
  ...over,
});

describe('what can be decided', () => {
  it.each<[ClientStatus, RevisionState, number | null, string[]]>([
    ['draft', 'draft', null, []],
    ['in-review', 'in-review', null, ['approved', 'changes-requested', 'rejected', 'suspended']],
    ['changes-requested', 'changes-requested', null, ['suspended']],
    ['rejected', 'rejected', null, ['approved', 'suspended']],
    ['approved', 'approved', 3, ['suspended']],
    ['approved', 'draft', 2, ['suspended']],
    ['approved', 'in-review', 2, ['approved', 'changes-requested', 'rejected', 'suspended']],
    ['suspended', 'in-review', 2, ['reinstated']],
    ['retired', 'approved', 3, []],
  ])('about a client that is %s, its revision %s', (...row) => {
    const [status, revisionState, approvedRevision, decisions] = row;
    const { dossier } = world({ status, revisionState, approvedRevision });
    expect(possibleDecisions(dossier, REVIEWER)).toEqual(decisions);
  });

  it('about a client of one’s own team: nothing', () => {
    expect(possibleDecisions(world().dossier, 2)).toEqual([]);
  });
});

describe('a decision', () => {
  it('to approve approves exactly the claims asked for at the revision that was seen', async () => {
    const { deps, decisions } = world();
    const checklist = [{ question: 'Is it honest?', yes: true }];
    expect(await decideOnClient(verdict({ checklist }), deps)).toEqual({
      type: 'recorded',
      decision: 'approved',
      name: 'Library',
    });
    expect(decisions).toMatchObject([
      {
        number: 7,
        reviewer: REVIEWER,
        at: 50,
        type: 'approved',
        message: '',
        expected: WAITING,
        after: { ...WAITING, status: 'approved', revisionState: 'approved', approvedRevision: 3 },
        decisions: [
          { code: ROLES, approved: true, reason: '' },
          { code: NAME, approved: true, reason: '' },
        ],
        checklist,
        confirms: null,
      },
    ]);
  });

  it('may decline some of them, each with a reason', async () => {
    const { deps, decisions } = world();
    const declined = [{ code: ROLES, reason: ' Not needed. ' }];
    await decideOnClient(verdict({ declined }), deps);
    expect(decisions[0]?.decisions).toEqual([
      { code: ROLES, approved: false, reason: 'Not needed.' },
      { code: NAME, approved: true, reason: '' },
    ]);
  });

  it.each([
    ['without a reason', [{ code: ROLES, reason: ' ' }], 'reason-missing'],
    ['all of them', [ROLES, NAME].map((code) => ({ code, reason: 'No.' })), 'nothing-approved'],
  ])('does not decline %s', async (_what, declined, problem) => {
    const { deps, decisions } = world();
    expect(await decideOnClient(verdict({ declined }), deps)).toEqual({ type: 'invalid', problem });
    expect(decisions).toEqual([]);
  });

  it.each(['rejected', 'changes-requested'] as const)(
    'that a change is %s leaves what was approved as it is, and keeps the reason',
    async (type) => {
      const { deps, decisions } = world({ ...CHANGED, approvedClaims: [NAME] });
      const message = ' Too much.\r\nAsk for less.\0 ';
      await decideOnClient(verdict({ type, message, seen: CHANGED }), deps);
      expect(decisions).toMatchObject([
        {
          type,
          after: { ...CHANGED, revisionState: type },
          decisions: [],
          message: 'Too much.\nAsk for less.',
        },
      ]);
    },
  );

  it.each(['rejected', 'changes-requested', 'suspended'])(
    'that it is %s needs a message',
    async (type) => {
      const { deps, decisions } = world();
      expect(await decideOnClient(verdict({ type, message: ' \n ' }), deps)).toEqual({
        type: 'invalid',
        problem: 'message-missing',
      });
      expect(decisions).toEqual([]);
    },
  );

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
    { ...WAITING, revision: 2 },
    { ...WAITING, status: 'rejected' },
    { ...WAITING, revisionState: 'draft' },
    { ...WAITING, revision: Number.NaN },
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

describe('where two maintainers must agree', () => {
  const OTHER = 8;
  const firstVote: FirstVote = {
    reviewer: OTHER,
    reviewerName: 'Other',
    at: instant(40),
    message: '',
    decisions: [
      { code: ROLES, approved: false, reason: 'Not needed.' },
      { code: NAME, approved: true, reason: '' },
    ],
    checklist: [],
  };

  it('the first approval is a vote, and tells the team nothing', async () => {
    const { deps, decisions, votes, mails } = world({}, 'recorded', { fourEyes: true });
    expect(await decideOnClient(verdict(), deps)).toEqual({
      type: 'vote-recorded',
      name: 'Library',
    });
    expect(votes).toMatchObject([{ number: 7, reviewer: REVIEWER, expected: WAITING }]);
    expect([decisions, mails]).toEqual([[], []]);
  });

  it('the second decides, and approves what both would', async () => {
    const { deps, decisions, votes } = world({}, 'recorded', { fourEyes: true, firstVote });
    expect(await decideOnClient(verdict(), deps)).toMatchObject({ type: 'recorded' });
    expect(votes).toEqual([]);
    expect(decisions).toMatchObject([{ confirms: OTHER, decisions: firstVote.decisions }]);
  });

  it('nobody agrees with themselves', async () => {
    const own = { ...firstVote, reviewer: REVIEWER };
    const { deps, decisions } = world({}, 'recorded', { fourEyes: true, firstVote: own });
    expect(await decideOnClient(verdict(), deps)).toEqual({
      type: 'invalid',
      problem: 'voted-already',
    });
    expect(decisions).toEqual([]);
  });

  it('one is enough to turn it down', async () => {
    const { deps, decisions } = world({}, 'recorded', { fourEyes: true });
    await decideOnClient(verdict({ type: 'rejected', message: 'No.' }), deps);
    expect(decisions).toMatchObject([{ type: 'rejected', confirms: null }]);
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
    const { deps, mails } = world(CHANGED);
    await decideOnClient(verdict({ type: 'rejected', message: 'No.', seen: CHANGED }), deps);
    expect(mails[0]?.template).toMatchObject({ type: 'app-rejected', isChange: true });
  });

  it('says whether it is approved or approved again', async () => {
    const first = world();
    await decideOnClient(verdict(), first.deps);
    expect(first.mails[0]?.template).toMatchObject({ type: 'app-approved', again: false });
    const seen = { ...CHANGED, status: 'suspended' } as const;
    const lifted = world(seen);
    await decideOnClient(verdict({ type: 'reinstated', seen }), lifted.deps);
    expect(lifted.mails[0]?.template).toMatchObject({ type: 'app-approved', again: true });
  });

  it('says that it is suspended, and why', async () => {
    const seen = CHANGED;
    const { deps, mails } = world(seen);
    await decideOnClient(verdict({ type: 'suspended', message: 'Leaked data.', seen }), deps);
    expect(mails[0]?.template).toMatchObject({ type: 'app-suspended', message: 'Leaked data.' });
  });
});
