import { describe, expect, it } from 'vitest';
import { plainClaim } from '../../domain/client-revision.ts';
import {
  addClient,
  addPerson,
  addPersonWithClient,
  APPROVED,
  approvalOf,
  at,
  atOnce,
  IN_REVIEW,
  NOW,
  readClient,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function clientReviewConformance(given: Given): void {
  describe('the review queue', () => {
    it('starts with what waits longest, and goes on with what changed last', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const reviewer = await addPerson(storage, '2');
      const number: Record<string, number> = {};
      for (const [index, name] of ['a', 'b', 'c', 'd', 'e'].entries()) {
        number[name] = await addClient(storage, creator, name, { createdAt: at(index) });
      }
      const decide = async (name: string, seconds: number) =>
        storage.recordReviewDecision(approvalOf(number[name]!, reviewer, { at: at(seconds) }));
      await decide('a', 10);
      await decide('d', 11);
      await decide('b', 12);
      // Changes after the decision, and then comes back to the queue.
      const byTeam = (name: string, seconds: number) => ({
        number: number[name]!,
        actor: creator,
        at: at(seconds),
      });
      await storage.changeRedirectUris(byTeam('a', 20), ['https://new.example/']);
      await storage.changeRequestedClaims(byTeam('b', 21), {
        requestedClaims: [plainClaim('person.roles')],
        begins: 'in-review',
        expected: APPROVED,
        after: { ...APPROVED, revision: 2, revisionState: 'in-review' },
        message: '',
      });
      // Does not make it wait anew.
      await storage.changeRequestedClaims(byTeam('c', 22), {
        requestedClaims: [plainClaim('person.roles')],
        begins: 'in-review',
        expected: IN_REVIEW,
        after: { ...IN_REVIEW, revision: 2 },
        message: '',
      });

      const queue = await storage.listClientsForReview();
      const shown = queue.map((entry) => [entry.client.name, entry.statusSince]);
      expect(shown).toEqual([
        ['c', at(2)],
        ['e', at(4)],
        ['b', at(21)],
        ['a', at(10)],
        ['d', at(11)],
      ]);
      expect(new Set(queue.map((entry) => entry.createdByName))).toEqual(new Set(['Name of 1']));
    });

    it('is empty when there is no client', async () => {
      expect(await given().storage.listClientsForReview()).toEqual([]);
    });
  });

  describe('a review decision', () => {
    it('is recorded with who, when and why', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const reviewer = await addPerson(storage, '2');
      const number = await addClient(storage, creator, 'noticeboard');
      const before = await readClient(storage, number);
      const decision = approvalOf(number, reviewer, {
        at: at(7),
        message: 'Welcome.',
        decisions: [
          { code: 'person.full_name', approved: true, reason: '' },
          { code: 'student.branch.name', approved: false, reason: 'Not needed.' },
        ],
        checklist: [{ question: 'Is it honest?', yes: true }],
      });
      expect(await storage.recordReviewDecision(decision)).toBe('recorded');
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.client).toEqual({
        ...before,
        ...APPROVED,
        requestedClaims: ['person.full_name'],
        approvedClaims: ['person.full_name'],
        attestation: { lastAt: at(7), reminders: 0 },
      });
      expect(dossier?.revisions).toMatchObject([
        {
          state: 'approved',
          since: at(7),
          decisions: decision.decisions,
          checklist: decision.checklist,
        },
      ]);
      expect(dossier?.history[0]).toEqual({
        type: 'approved',
        at: at(7),
        actor: reviewer,
        actorName: 'Name of 2',
        message: 'Welcome.',
      });
      expect(await storage.findClientOfTeamMember(number, creator)).toEqual(dossier);
      expect(await storage.findClientByClientId(before.clientId)).toMatchObject(dossier!.client);
    });

    it('about a client that is no longer as it was seen is not recorded', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const before = await storage.findClientForReview(clientNumber);
      const stale = [
        approvalOf(clientNumber, accountId),
        approvalOf(clientNumber, accountId, { expected: { ...APPROVED, revision: 2 } }),
      ];
      for (const decision of stale) {
        expect(await storage.recordReviewDecision(decision)).toBe('changed-meanwhile');
      }
      expect(await storage.findClientForReview(clientNumber)).toEqual(before);
      const unknown = approvalOf(clientNumber + 1, accountId);
      expect(await storage.recordReviewDecision(unknown)).toBe('not-found');
    });

    it('is recorded once when many are made at once', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const reviewers = await atOnce(10, async (index) => addPerson(storage, `r${index}`));
      const number = await addClient(storage, creator, 'noticeboard');
      const outcomes = await atOnce(10, async (index) =>
        storage.recordReviewDecision(
          approvalOf(
            number,
            reviewers[index]!,
            index % 2 === 0
              ? {}
              : {
                  type: 'rejected',
                  after: { ...IN_REVIEW, status: 'rejected', revisionState: 'rejected' },
                  decisions: [],
                },
          ),
        ),
      );
      const winner = outcomes.indexOf('recorded');
      expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(9);
      const dossier = await storage.findClientForReview(number);
      const decided = winner % 2 === 0 ? 'approved' : 'rejected';
      expect(dossier?.client.status).toBe(decided);
      expect(dossier?.history).toMatchObject([
        { type: decided, actor: reviewers[winner] },
        { type: 'registered' },
      ]);
    });

    it('never approves what a team changed meanwhile, nor is undone by the team', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const numbers = await atOnce(20, async (index) => addClient(storage, creator, `app${index}`));
      for (const [index, number] of numbers.entries()) {
        const change = async () =>
          storage.changeRequestedClaims(
            { number, actor: creator, at: NOW },
            {
              requestedClaims: [plainClaim('contact_information.primary_phone_number')],
              begins: 'in-review',
              expected: IN_REVIEW,
              after: { ...IN_REVIEW, revision: 2 },
              message: '',
            },
          );
        const decide = async () => storage.recordReviewDecision(approvalOf(number, creator));
        const racers = index % 2 === 0 ? [change, decide] : [decide, change];
        const outcomes = await Promise.all(racers.map(async (race) => race()));
        expect(outcomes.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(1);
        const client = await readClient(storage, number);
        expect([client.status, client.revision]).toEqual(
          outcomes.includes('recorded') ? ['approved', 1] : ['in-review', 2],
        );
      }
    });
  });
}
