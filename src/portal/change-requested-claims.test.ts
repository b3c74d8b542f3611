import { describe, expect, it } from 'vitest';
import { DEFAULT_CLAIM_CATALOGUE as catalogue } from '../domain/claim-catalogue.ts';
import {
  CLIENT_STATUSES,
  type Client,
  type ClientDossier,
  type ClientStore,
  type TeamAction,
} from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import { askForReviewAgain } from './ask-for-review-again.ts';
import { changeRequestedClaims, statusAfterClaimsChange } from './change-requested-claims.ts';

const NAME = 'person.full_name';
const ROLES = 'person.roles';
const BRANCH = 'student.branch.name';
const JOINED = 'student.start_date';
const action: TeamAction = { number: 7, actor: 1, at: instant(0) };

type Change = Parameters<ClientStore['changeRequestedClaims']>[1];

function storageWith(
  client: Pick<Client, 'status' | 'requestedClaims' | 'approvedClaims'>,
  answer: 'changed' | 'changed-meanwhile' = 'changed',
) {
  const changes: Change[] = [];
  return {
    changes,
    findClientOfTeamMember: async (number: number, accountId: number) =>
      number === 7 && accountId === 1
        ? ({ client: { ...client, revision: 3 } } as ClientDossier)
        : undefined,
    changeRequestedClaims: async (_action: TeamAction, change: Change) => {
      changes.push(change);
      return answer;
    },
  };
}

describe('what a change of claims means for the approval (docs/adr/0003)', () => {
  const approvedClaims = [NAME, ROLES];

  it.each(['approved', 'in-review', 'rejected'] as const)(
    'from %s: any other set waits for a maintainer, wider or narrower',
    (status) => {
      const client = { status, approvedClaims };
      expect(statusAfterClaimsChange(client, [NAME, ROLES, BRANCH])).toBe('in-review');
      expect(statusAfterClaimsChange(client, [NAME])).toBe('in-review');
    },
  );

  it.each(['in-review', 'rejected'] as const)(
    'from %s: the set approved before, in any order, is approved again at once',
    (status) => {
      expect(statusAfterClaimsChange({ status, approvedClaims }, [ROLES, NAME])).toBe('approved');
    },
  );

  it('suspended stays suspended, whatever is asked for', () => {
    const client = { status: 'suspended', approvedClaims } as const;
    expect(statusAfterClaimsChange(client, [NAME])).toBe('suspended');
    expect(statusAfterClaimsChange(client, approvedClaims)).toBe('suspended');
  });

  it('without an approval before, nothing a developer chooses is approved', () => {
    const statuses = CLIENT_STATUSES.map((status) =>
      statusAfterClaimsChange({ status, approvedClaims: [] }, [NAME]),
    );
    expect(statuses).not.toContain('approved');
  });
});

describe('changing what a client asks for', () => {
  const approved = {
    status: 'approved',
    requestedClaims: [ROLES, NAME],
    approvedClaims: [ROLES, NAME],
  } as const;

  it('stores the new set with the status that follows, on what the developer saw', async () => {
    const storage = storageWith(approved);
    const chosen = [NAME, BRANCH, JOINED];
    const outcome = await changeRequestedClaims(
      action,
      { chosen, seenRevision: 3 },
      { storage, catalogue },
    );
    expect(outcome).toEqual({ type: 'changed', status: 'in-review' });
    expect(storage.changes).toEqual([
      {
        requestedClaims: [NAME, BRANCH, JOINED],
        status: 'in-review',
        expectedRevision: 3,
        expectedStatus: 'approved',
        message:
          'Asks for more: Branch (student), Joining date (student). No longer asks for: Roles (personal).',
      },
    ]);
  });

  it('keeps the order of what was asked for before: it is the order of the response', async () => {
    const storage = storageWith(approved);
    await changeRequestedClaims(
      action,
      { chosen: [NAME, ROLES, BRANCH], seenRevision: 3 },
      { storage, catalogue },
    );
    expect(storage.changes[0]?.requestedClaims).toEqual([ROLES, NAME, BRANCH]);
  });

  it('does nothing for the same set in another order', async () => {
    const storage = storageWith(approved);
    const outcome = await changeRequestedClaims(
      action,
      { chosen: [NAME, ROLES], seenRevision: 3 },
      { storage, catalogue },
    );
    expect(outcome).toEqual({ type: 'unchanged' });
    expect(storage.changes).toEqual([]);
  });

  it('refuses a choice made on a form that is out of date', async () => {
    const storage = storageWith(approved);
    const change = { chosen: [NAME, BRANCH], seenRevision: 2 };
    expect(await changeRequestedClaims(action, change, { storage, catalogue })).toEqual({
      type: 'changed-meanwhile',
    });
    expect(storage.changes).toEqual([]);
  });

  it('passes on that a maintainer decided in the same moment', async () => {
    const storage = storageWith(approved, 'changed-meanwhile');
    const change = { chosen: [NAME, BRANCH], seenRevision: 3 };
    expect(await changeRequestedClaims(action, change, { storage, catalogue })).toEqual({
      type: 'changed-meanwhile',
    });
  });

  it('does not exist for somebody outside the team, whatever they send', async () => {
    const storage = storageWith(approved);
    const outsider = { ...action, actor: 2 };
    const change = { chosen: ['nonsense'], seenRevision: 3 };
    expect(await changeRequestedClaims(outsider, change, { storage, catalogue })).toEqual({
      type: 'not-found',
    });
  });

  it('refuses an empty set', async () => {
    const storage = storageWith(approved);
    const change = { chosen: [], seenRevision: 3 };
    expect(await changeRequestedClaims(action, change, { storage, catalogue })).toEqual({
      type: 'invalid',
      problem: { code: 'missing' },
    });
  });
});

describe('asking for review again', () => {
  it('puts a rejected client back into review with the same claims', async () => {
    const storage = storageWith({
      status: 'rejected',
      requestedClaims: [NAME],
      approvedClaims: [],
    });
    expect(await askForReviewAgain(action, { storage })).toEqual({ type: 'asked' });
    expect(storage.changes).toEqual([
      {
        requestedClaims: [NAME],
        status: 'in-review',
        expectedRevision: 3,
        expectedStatus: 'rejected',
        message: 'Asked for review again, with the same data points.',
      },
    ]);
  });

  it.each(['in-review', 'approved', 'suspended'] as const)(
    'is not possible while the client is %s',
    async (status) => {
      const storage = storageWith({ status, requestedClaims: [NAME], approvedClaims: [NAME] });
      expect(await askForReviewAgain(action, { storage })).toEqual({ type: 'not-rejected' });
      expect(storage.changes).toEqual([]);
    },
  );

  it('does not exist for somebody outside the team', async () => {
    const storage = storageWith({
      status: 'rejected',
      requestedClaims: [NAME],
      approvedClaims: [],
    });
    expect(await askForReviewAgain({ ...action, actor: 2 }, { storage })).toEqual({
      type: 'not-found',
    });
  });
});
