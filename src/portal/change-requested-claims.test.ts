import { describe, expect, it } from 'vitest';
import { DEFAULT_CLAIM_CATALOGUE as catalogue } from '../domain/claim-catalogue.ts';
import type { ClientStanding } from '../domain/client-lifecycle.ts';
import type { ClientRevisionStore, StandingOutcome } from '../domain/client-revision-store.ts';
import { plainClaim, type ClientRevision } from '../domain/client-revision.ts';
import type { ClientDossier, TeamAction } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import { changeRequestedClaims, type ClaimsChange } from './change-requested-claims.ts';
import { moveRevision } from './move-revision.ts';

const NAME = 'person.full_name';
const ROLES = 'person.roles';
const BRANCH = 'student.branch.name';
const action: TeamAction = { number: 7, actor: 1, at: instant(0) };

type Change = Parameters<ClientRevisionStore['changeRequestedClaims']>[1];
type Move = Parameters<ClientRevisionStore['moveRevision']>[1];

const IN_FORCE: ClientStanding = {
  status: 'approved',
  revision: 3,
  revisionState: 'approved',
  approvedRevision: 3,
};
const WAITING: ClientStanding = {
  status: 'in-review',
  revision: 3,
  revisionState: 'in-review',
  approvedRevision: null,
};

function revision(number: number, codes: readonly string[]): ClientRevision {
  return { number, claims: codes.map(plainClaim) } as unknown as ClientRevision;
}

/** @param codes asked for by the newest revision; @param approved in force, by the approved one */
function storageWith(
  standing: ClientStanding,
  {
    codes,
    approved = codes,
  }: { readonly codes: readonly string[]; readonly approved?: readonly string[] },
  answer: StandingOutcome = 'changed',
) {
  const changes: Change[] = [];
  const moves: Move[] = [];
  const { revision: newest, approvedRevision } = standing;
  const dossier = {
    client: {
      ...standing,
      requestedClaims: codes,
      approvedClaims: approvedRevision === null ? [] : approved,
    },
    revisions: [
      revision(newest, codes),
      ...(approvedRevision === null || approvedRevision === newest
        ? []
        : [revision(approvedRevision, approved)]),
    ],
  } as unknown as ClientDossier;
  return {
    changes,
    moves,
    findClientOfTeamMember: async (number: number, accountId: number) =>
      number === 7 && accountId === 1 ? dossier : undefined,
    changeRequestedClaims: async (_action: TeamAction, change: Change) => {
      changes.push(change);
      return answer;
    },
    moveRevision: async (_action: TeamAction, move: Move) => {
      moves.push(move);
      return answer;
    },
  };
}

function choose(codes: readonly string[], over: Partial<ClaimsChange> = {}): ClaimsChange {
  const chosen = codes.map((code) => ({ code, optional: false, reason: '' }));
  return { chosen, seenRevision: 3, asDraft: false, ...over };
}

async function save(
  storage: ReturnType<typeof storageWith>,
  wanted: ClaimsChange,
  autoApprovedClaims: readonly string[] = [],
) {
  return changeRequestedClaims(action, wanted, { storage, catalogue, autoApprovedClaims });
}

describe('changing what an approved client asks for (docs/adr/0010)', () => {
  it('waits for a maintainer beside what is approved, which goes on', async () => {
    const storage = storageWith(IN_FORCE, { codes: [ROLES, NAME] });
    const outcome = await save(storage, choose([NAME, BRANCH]));
    const after = { ...IN_FORCE, revision: 4, revisionState: 'in-review' };
    expect(outcome).toEqual({ type: 'changed', begins: 'in-review', standing: after });
    expect(storage.changes).toMatchObject([
      {
        requestedClaims: [plainClaim(NAME), plainClaim(BRANCH)],
        begins: 'in-review',
        expected: IN_FORCE,
        after,
        message: `+${BRANCH}\n-${ROLES}`,
      },
    ]);
  });

  it('is in force at once when it asks for less', async () => {
    const storage = storageWith(IN_FORCE, { codes: [ROLES, NAME] });
    expect(await save(storage, choose([NAME]))).toMatchObject({
      type: 'changed',
      begins: 'approved',
      standing: { status: 'approved', revision: 4, approvedRevision: 4 },
    });
  });

  it('is in force at once when the institution approves what is new by rule', async () => {
    const storage = storageWith(IN_FORCE, { codes: [NAME] });
    const outcome = await save(storage, choose([NAME, ROLES]), [ROLES]);
    expect(outcome).toMatchObject({ type: 'changed', begins: 'approved' });
  });

  it('is not approved by rule after a maintainer turned it down', async () => {
    const turnedDown = { ...IN_FORCE, revision: 4, revisionState: 'rejected' } as const;
    const storage = storageWith(turnedDown, { codes: [NAME, ROLES], approved: [NAME] });
    const outcome = await save(storage, choose([NAME, ROLES], { seenRevision: 4 }), [ROLES]);
    expect(outcome).toMatchObject({ type: 'changed', begins: 'in-review' });
  });

  it('going back to what is approved needs nobody either', async () => {
    const pending = { ...IN_FORCE, revision: 4, revisionState: 'in-review' } as const;
    const storage = storageWith(pending, { codes: [NAME, ROLES], approved: [NAME] });
    const outcome = await save(storage, choose([NAME], { seenRevision: 4 }));
    expect(outcome).toMatchObject({ type: 'changed', begins: 'approved' });
  });

  it('may be kept as a draft', async () => {
    const storage = storageWith(IN_FORCE, { codes: [NAME] });
    expect(await save(storage, choose([NAME, ROLES], { asDraft: true }))).toMatchObject({
      begins: 'draft',
      standing: { ...IN_FORCE, revision: 4, revisionState: 'draft' },
    });
  });
});

describe('changing what a client asks for', () => {
  it('keeps the order of what was asked for before: it is the order of the response', async () => {
    const storage = storageWith(IN_FORCE, { codes: [ROLES, NAME] });
    await save(storage, choose([NAME, ROLES, BRANCH]));
    const codes = storage.changes[0]?.requestedClaims.map(({ code }) => code);
    expect(codes).toEqual([ROLES, NAME, BRANCH]);
  });

  it('does nothing for the same set in another order', async () => {
    const storage = storageWith(IN_FORCE, { codes: [ROLES, NAME] });
    expect(await save(storage, choose([NAME, ROLES]))).toEqual({ type: 'unchanged' });
    expect(storage.changes).toEqual([]);
  });

  it('submits a draft that is saved without a change', async () => {
    const draft = { ...WAITING, status: 'draft', revisionState: 'draft' } as const;
    const storage = storageWith(draft, { codes: [NAME] });
    expect(await save(storage, choose([NAME]))).toMatchObject({ begins: 'in-review' });
    expect(await save(storage, choose([NAME], { asDraft: true }))).toEqual({
      type: 'unchanged',
    });
  });

  it('goes on waiting when it waits for its first approval', async () => {
    const storage = storageWith(WAITING, { codes: [NAME] });
    expect(await save(storage, choose([ROLES]))).toMatchObject({
      standing: { status: 'in-review', revision: 4, approvedRevision: null },
    });
  });

  it('refuses a choice made on a form that is out of date', async () => {
    const storage = storageWith(IN_FORCE, { codes: [NAME] });
    const outcome = await save(storage, choose([NAME, BRANCH], { seenRevision: 2 }));
    expect(outcome).toEqual({ type: 'changed-meanwhile' });
    expect(storage.changes).toEqual([]);
  });

  it('passes on that a maintainer decided in the same moment', async () => {
    const storage = storageWith(IN_FORCE, { codes: [NAME] }, 'changed-meanwhile');
    expect(await save(storage, choose([BRANCH]))).toEqual({ type: 'changed-meanwhile' });
  });

  it.each(['suspended', 'retired'] as const)('is not possible while it is %s', async (status) => {
    const storage = storageWith({ ...IN_FORCE, status }, { codes: [NAME] });
    expect(await save(storage, choose([BRANCH]))).toEqual({ type: 'not-possible' });
    expect(storage.changes).toEqual([]);
  });

  it('does not exist for somebody outside the team, whatever they send', async () => {
    const storage = storageWith(IN_FORCE, { codes: [NAME] });
    const outsider = { ...action, actor: 2 };
    const deps = { storage, catalogue, autoApprovedClaims: [] };
    expect(await changeRequestedClaims(outsider, choose(['nonsense']), deps)).toEqual({
      type: 'not-found',
    });
  });

  it('refuses an empty set', async () => {
    const storage = storageWith(IN_FORCE, { codes: [NAME] });
    expect(await save(storage, choose([]))).toEqual({
      type: 'invalid',
      problem: { code: 'missing' },
    });
  });
});

describe('moving a revision', () => {
  const move = async (
    storage: ReturnType<typeof storageWith>,
    kind: Parameters<typeof moveRevision>[1],
    autoApprovedClaims: readonly string[] = [],
  ) => moveRevision(action, kind, { storage, autoApprovedClaims });

  it('sends a rejected client to review again, with nothing changed', async () => {
    const rejected = { ...WAITING, status: 'rejected', revisionState: 'rejected' } as const;
    const storage = storageWith(rejected, { codes: [NAME] });
    // A rule does not overrule a maintainer who said no.
    expect(await move(storage, 'submit', [NAME])).toEqual({
      type: 'moved',
      event: 'submitted',
      standing: WAITING,
    });
    expect(storage.moves).toMatchObject([{ event: 'submitted', after: WAITING }]);
  });

  it('approves a draft that a rule of the institution covers', async () => {
    const draft = { ...WAITING, status: 'draft', revisionState: 'draft' } as const;
    const storage = storageWith(draft, { codes: [NAME] });
    expect(await move(storage, 'submit', [NAME])).toMatchObject({
      event: 'approved-by-itself',
      standing: IN_FORCE,
    });
  });

  it('takes a request back', async () => {
    const storage = storageWith(WAITING, { codes: [NAME] });
    expect(await move(storage, 'take-back')).toMatchObject({
      event: 'taken-back',
      standing: { status: 'draft', revisionState: 'draft' },
    });
  });

  it('gives a change up, but not the only request there is', async () => {
    const pending = { ...IN_FORCE, revision: 4, revisionState: 'changes-requested' } as const;
    const change = storageWith(pending, { codes: [NAME, ROLES], approved: [NAME] });
    expect(await move(change, 'withdraw')).toMatchObject({
      event: 'withdrawn',
      standing: { ...pending, revisionState: 'withdrawn' },
    });
    const first = storageWith(WAITING, { codes: [NAME] });
    expect(await move(first, 'withdraw')).toEqual({ type: 'not-possible' });
  });

  it('does not exist for somebody outside the team', async () => {
    const storage = storageWith(WAITING, { codes: [NAME] });
    const deps = { storage, autoApprovedClaims: [] };
    expect(await moveRevision({ ...action, actor: 2 }, 'submit', deps)).toEqual({
      type: 'not-found',
    });
  });
});
