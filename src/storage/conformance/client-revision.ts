import { describe, expect, it } from 'vitest';
import type { ClientStanding } from '../../domain/client-lifecycle.ts';
import { plainClaim } from '../../domain/client-revision.ts';
import {
  addClient,
  addPerson,
  addPersonWithClient,
  addTokens,
  APPROVED,
  approvalOf,
  approving,
  at,
  atOnce,
  hash,
  IN_REVIEW,
  NOW,
  readClient,
  rotate,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

const PENDING: ClientStanding = { ...APPROVED, revision: 2, revisionState: 'in-review' };

/** Another revision of an approved client, which asks for the roles as well. */
const edit = {
  requestedClaims: [
    plainClaim('person.full_name'),
    { code: 'person.roles', required: false, reason: 'To greet you by your role.' },
  ],
  begins: 'in-review',
  expected: APPROVED,
  after: PENDING,
  message: 'Asks for more.',
} as const;

export function clientRevisionConformance(given: Given): void {
  describe('a pending revision', () => {
    it('leaves what is approved in force, and is seen beside it', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      await storage.changeRequestedClaims({ number, actor, at: at(9) }, edit);
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.client).toMatchObject({
        ...PENDING,
        approvedClaims: ['person.full_name', 'student.branch.name'],
        requestedClaims: ['person.full_name', 'person.roles'],
      });
      expect(dossier?.revisions).toMatchObject([
        { number: 2, state: 'in-review', claims: edit.requestedClaims, createdAt: at(9) },
        { number: 1, state: 'approved' },
      ]);
      expect(await storage.listGrantableTerms(number, 'sandbox')).toEqual(edit.requestedClaims);
      expect(await storage.listGrantableTerms(number, 'live')).toEqual(
        ['person.full_name', 'student.branch.name'].map(plainClaim),
      );
      const [queued] = await storage.listClientsForReview();
      expect(queued).toMatchObject({ statusSince: at(9), asked: edit.requestedClaims });
    });

    it('in the terms of which only what was approved is told', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      await storage.changeRequestedClaims({ number, actor, at: NOW }, edit);
      await storage.recordReviewDecision(
        approvalOf(number, actor, {
          expected: PENDING,
          after: { ...PENDING, revisionState: 'approved', approvedRevision: 2 },
          decisions: [
            { code: 'person.full_name', approved: false, reason: 'Not needed.' },
            { code: 'person.roles', approved: true, reason: '' },
          ],
        }),
      );
      const told = [edit.requestedClaims[1]];
      expect(await storage.listGrantableTerms(number, 'live')).toEqual(told);
      expect(await storage.listGrantableTerms(number, 'sandbox')).toEqual(told);
    });

    it('is replaced by an edit, which does not make it wait anew', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const by = (seconds: number) => ({ number, actor, at: at(seconds) });
      await storage.changeRequestedClaims(by(1), edit);
      const again = { ...edit, expected: PENDING, after: { ...PENDING, revision: 3 } };
      expect(await storage.changeRequestedClaims(by(2), again)).toBe('changed');
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.revisions.map(({ state }) => state)).toEqual([
        'in-review',
        'replaced',
        'approved',
      ]);
      expect((await storage.listClientsForReview())[0]?.statusSince).toBe(at(1));
    });

    it('is withdrawn: the client asks for what is approved again', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const before = await readClient(storage, number);
      await storage.changeRequestedClaims({ number, actor, at: NOW }, edit);
      const outcome = await storage.moveRevision(
        { number, actor, at: at(5) },
        {
          event: 'withdrawn',
          expected: PENDING,
          after: { ...PENDING, revisionState: 'withdrawn' },
        },
      );
      expect(outcome).toBe('changed');
      expect(await readClient(storage, number)).toEqual({
        ...before,
        revision: 2,
        revisionState: 'withdrawn',
      });
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.history[0]).toMatchObject({ type: 'withdrawn', actor });
      expect(dossier?.revisions[0]).toMatchObject({ state: 'withdrawn', since: at(5) });
      expect(await storage.listGrantableTerms(number, 'sandbox')).toEqual(
        ['person.full_name', 'student.branch.name'].map(plainClaim),
      );
    });

    it('goes one way when a team withdraws it, a team edits it and two reviewers decide', async () => {
      const { storage } = given();
      const { accountId: actor } = await addPersonWithClient(storage);
      const reviewers = await atOnce(2, async (index) => addPerson(storage, `r${index}`));
      const numbers = await atOnce(12, async (index) => {
        const number = await addClient(storage, actor, `app${index}`);
        await storage.recordReviewDecision(approvalOf(number, actor));
        await storage.changeRequestedClaims({ number, actor, at: NOW }, edit);
        return number;
      });
      for (const number of numbers) {
        const action = { number, actor, at: NOW };
        const outcomes = await Promise.all([
          storage.moveRevision(action, {
            event: 'withdrawn',
            expected: PENDING,
            after: { ...PENDING, revisionState: 'withdrawn' },
          }),
          storage.changeRequestedClaims(action, {
            ...edit,
            expected: PENDING,
            after: { ...PENDING, revision: 3 },
          }),
          storage.recordReviewDecision(
            approvalOf(number, reviewers[0]!, {
              expected: PENDING,
              after: { ...PENDING, revisionState: 'approved', approvedRevision: 2 },
              decisions: approving(['person.full_name', 'person.roles']),
            }),
          ),
          storage.recordReviewDecision(
            approvalOf(number, reviewers[1]!, {
              type: 'rejected',
              expected: PENDING,
              after: { ...PENDING, revisionState: 'rejected' },
              decisions: [],
            }),
          ),
        ]);
        expect(outcomes.filter((outcome) => outcome !== 'changed-meanwhile')).toHaveLength(1);
      }
    });
  });

  describe('a draft', () => {
    it('is kept, submitted and taken back', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const number = await addClient(storage, actor, 'noticeboard', { begins: 'draft' });
      const draft = { ...IN_REVIEW, status: 'draft', revisionState: 'draft' } as const;
      expect(await readClient(storage, number)).toMatchObject(draft);
      const action = { number, actor, at: at(3) };
      const submit = { event: 'submitted', expected: draft, after: IN_REVIEW } as const;
      expect(await storage.moveRevision(action, submit)).toBe('changed');
      expect(await storage.moveRevision(action, submit)).toBe('changed-meanwhile');
      const takeBack = { event: 'taken-back', expected: IN_REVIEW, after: draft } as const;
      expect(await storage.moveRevision(action, takeBack)).toBe('changed');
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.client).toMatchObject(draft);
      expect(dossier?.history.map(({ type }) => type)).toEqual([
        'taken-back',
        'submitted',
        'drafted',
      ]);
    });

    it('that a rule of the institution approves works, and the history says who did it', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const number = await addClient(storage, actor, 'noticeboard', { begins: 'draft' });
      const draft = { ...IN_REVIEW, status: 'draft', revisionState: 'draft' } as const;
      await storage.moveRevision(
        { number, actor, at: at(3) },
        { event: 'approved-by-itself', expected: draft, after: APPROVED },
      );
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.client).toMatchObject({
        ...APPROVED,
        approvedClaims: ['person.full_name', 'student.branch.name'],
        attestation: { lastAt: at(3), reminders: 0 },
      });
      expect(dossier?.history[0]).toMatchObject({ type: 'approved-by-itself', actor: null });
    });
  });

  describe('where two maintainers must agree', () => {
    const vote = {
      at: at(4),
      message: 'Fine with me.',
      decisions: approving(['person.full_name']),
      checklist: [{ question: 'Is it honest?', yes: true }],
    };

    it('one first vote is recorded of those that come at once', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const reviewers = await atOnce(6, async (index) => addPerson(storage, `r${index}`));
      const number = await addClient(storage, creator, 'noticeboard');
      const outcomes = await atOnce(6, async (index) =>
        storage.recordFirstVote({
          number,
          reviewer: reviewers[index]!,
          expected: IN_REVIEW,
          ...vote,
        }),
      );
      expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(1);
      const winner = outcomes.indexOf('recorded');
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.revisions[0]?.firstVote).toEqual({
        reviewer: reviewers[winner],
        reviewerName: `Name of r${winner}`,
        ...vote,
      });
      expect(dossier?.client).toMatchObject(IN_REVIEW);
      expect((await storage.listClientsForReview())[0]?.firstVoteBy).toBe(reviewers[winner]);
    });

    it('a vote is kept when the second decides, and gone when the team takes its request back', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const reviewer = await addPerson(storage, '2');
      const [kept, gone] = await atOnce(2, async (index) =>
        addClient(storage, creator, `a${index}`),
      );
      for (const number of [kept!, gone!]) {
        await storage.recordFirstVote({ number, reviewer, expected: IN_REVIEW, ...vote });
      }
      await storage.recordReviewDecision(approvalOf(kept!, creator, { confirms: reviewer }));
      const draft = { ...IN_REVIEW, status: 'draft', revisionState: 'draft' } as const;
      await storage.moveRevision(
        { number: gone!, actor: creator, at: NOW },
        { event: 'taken-back', expected: IN_REVIEW, after: draft },
      );
      const firstVote = async (number: number) =>
        (await storage.findClientForReview(number))?.revisions[0]?.firstVote;
      expect(await firstVote(kept!)).toMatchObject({ reviewer });
      expect(await firstVote(gone!)).toBeNull();
    });
  });

  describe('retiring a client', () => {
    it('ends all its tokens and keeps its history', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId: actor, clientNumber: number } = parties;
      await addTokens(storage, parties, '1');
      expect(await storage.retireClient({ number, actor, at: at(5) })).toBe(true);
      expect(await storage.retireClient({ number, actor, at: at(6) })).toBe(false);
      expect((await storage.findBearerAccess(hash('access-1')))?.client.status).toBe('retired');
      expect(await storage.listConnectedClients(actor, NOW)).toEqual([]);
      expect((await storage.findClientForReview(number))?.history[0]).toMatchObject({
        type: 'retired',
        at: at(5),
      });
      while ((await storage.pruneExpired(at(7))) > 0);
      expect(await storage.findBearerAccess(hash('access-1'))).toBeUndefined();
      expect(await storage.findRefreshToken(hash('refresh-1'))).toBeUndefined();
      expect(await rotate(storage, '1', 'new')).toBe('revoked');
      expect((await storage.findClientForReview(number))?.client.status).toBe('retired');
    });

    it('is for its team only', async () => {
      const { storage } = given();
      const { clientNumber: number } = await addPersonWithClient(storage);
      const actor = await addPerson(storage, 'stranger');
      expect(await storage.retireClient({ number, actor, at: NOW })).toBe(false);
      expect((await readClient(storage, number)).status).toBe('approved');
    });
  });

  describe('a conversation', () => {
    it('is kept in order, with who wrote on which side', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const reviewer = await addPerson(storage, '2');
      const number = await addClient(storage, creator, 'noticeboard');
      const ask = { at: at(1), author: reviewer, side: 'reviewer', text: 'Why?' } as const;
      const answer = { at: at(2), author: creator, side: 'team', text: 'Because.' } as const;
      expect(await storage.addClientMessage(number, ask)).toBe(true);
      expect((await storage.listClientsForReview())[0]?.awaitsAnswer).toBe(false);
      expect(await storage.addClientMessage(number, answer)).toBe(true);
      expect((await storage.listClientsForReview())[0]?.awaitsAnswer).toBe(true);
      expect(await storage.addClientMessage(number + 1, ask)).toBe(false);
      const conversation = (await storage.findClientOfTeamMember(number, creator))?.conversation;
      expect(conversation).toEqual([
        { ...ask, authorName: 'Name of 2' },
        { ...answer, authorName: 'Name of 1' },
      ]);
    });
  });

  describe('attesting that a client is still in use', () => {
    it('is asked for once for each reminder, and answered by its team', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      await addClient(storage, actor, 'waits');
      const take = async (reminder: number, seconds: number) =>
        storage.takeDueAttestations({ attestedBefore: at(seconds), reminder, at: at(100) });
      expect(await take(1, -1)).toEqual([]);
      const taken = (await atOnce(5, async () => take(1, 50))).flat();
      expect(taken).toEqual([{ number, name: 'noticeboard' }]);
      expect(await take(2, 50)).toEqual([{ number, name: 'noticeboard' }]);
      expect(await take(2, 50)).toEqual([]);
      expect((await readClient(storage, number)).attestation).toEqual({
        lastAt: NOW,
        reminders: 2,
      });

      const stranger = await addPerson(storage, 'stranger');
      expect(await storage.attestClient({ number, actor: stranger, at: at(200) })).toBe(false);
      expect(await storage.attestClient({ number, actor, at: at(200) })).toBe(true);
      expect((await readClient(storage, number)).attestation).toEqual({
        lastAt: at(200),
        reminders: 0,
      });
      expect(await take(1, 199)).toEqual([]);
    });
  });
}
