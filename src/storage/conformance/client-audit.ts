import { describe, expect, it } from 'vitest';
import { plainClaim } from '../../domain/client-revision.ts';
import type { Storage } from '../../domain/storage.ts';
import { listed } from './audit.ts';
import {
  addClient,
  addPerson,
  addPersonWithClient,
  APPROVED,
  approvalOf,
  at,
  IN_REVIEW,
  readClient,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function clientAuditConformance(given: Given): void {
  describe('the audit log, of what apps may do,', () => {
    it('is told of decisions about apps, and of apps that end, with the change itself', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const action = { number: clientNumber, actor: accountId, at: at(1) };
      await storage.recordReviewDecision(approvalOf(clientNumber, accountId));
      await storage.retireClient(action);
      await storage.retireClient(action);
      await storage.deleteClient(action);
      await storage.deleteClient(action);
      const subject = { type: 'client', id: String(clientNumber), label: 'noticeboard' };
      expect(
        (await listed(storage)).map((event) => [event.action, event.subject, event.details]),
      ).toEqual([
        ['client.deleted', subject, {}],
        ['client.retired', subject, { revision: 1 }],
        ['client.approved', subject, { revision: 1 }],
        ['client.registered', subject, { revision: 1, state: 'in-review' }],
      ]);
    });

    it('is told of what a team does with what its app asks for', async () => {
      const { storage } = given();
      const accountId = await addPerson(storage, '1');
      const clientNumber = await addClient(storage, accountId, 'noticeboard', { begins: 'draft' });
      const action = { number: clientNumber, actor: accountId, at: at(1) };
      const draft = { ...IN_REVIEW, status: 'draft', revisionState: 'draft' } as const;
      const sent = { event: 'submitted', expected: draft, after: IN_REVIEW } as const;
      await storage.moveRevision(action, sent);
      await storage.moveRevision(action, sent);
      await storage.moveRevision(action, {
        event: 'taken-back',
        expected: IN_REVIEW,
        after: draft,
      });
      const edited = { ...draft, revision: 2 };
      await storage.changeRequestedClaims(action, {
        requestedClaims: [plainClaim('person.roles')],
        begins: 'draft',
        expected: draft,
        after: edited,
        message: '+person.roles\n-person.full_name',
      });
      await storage.moveRevision(action, {
        event: 'approved-by-itself',
        expected: edited,
        after: { ...APPROVED, revision: 2, approvedRevision: 2 },
      });
      expect(await toldOf(storage)).toEqual([
        [null, 'client.approved-by-itself', { revision: 2 }],
        [accountId, 'client.submitted', { revision: 2 }],
        [
          accountId,
          'client.data-points-changed',
          { revision: 2, state: 'draft', change: '+person.roles\n-person.full_name' },
        ],
        [accountId, 'client.taken-back', { revision: 1 }],
        [accountId, 'client.submitted', { revision: 1 }],
        [accountId, 'client.registered', { revision: 1, state: 'draft' }],
      ]);
    });

    it('is told what nobody decided: at registration, and of a change', async () => {
      const { storage } = given();
      const accountId = await addPerson(storage, '1');
      const clientNumber = await addClient(storage, accountId, 'menu', { begins: 'approved' });
      const action = { number: clientNumber, actor: accountId, at: at(1) };
      await storage.changeRequestedClaims(action, {
        requestedClaims: [plainClaim('person.full_name')],
        begins: 'approved',
        expected: APPROVED,
        after: { ...APPROVED, revision: 2, approvedRevision: 2 },
        message: '-student.branch.name',
      });
      expect(await toldOf(storage)).toEqual([
        [null, 'client.approved-by-itself', { revision: 2 }],
        [
          accountId,
          'client.data-points-changed',
          { revision: 2, state: 'approved', change: '-student.branch.name' },
        ],
        [null, 'client.approved-by-itself', { revision: 1 }],
        [accountId, 'client.registered', { revision: 1, state: 'approved' }],
      ]);
    });

    it('is told of a first vote, and of a change that is given up', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const reviewer = await addPerson(storage, '2');
      const action = { number: clientNumber, actor: accountId, at: at(1) };
      const pending = { ...APPROVED, revision: 2, revisionState: 'in-review' } as const;
      await storage.changeRequestedClaims(action, {
        requestedClaims: [plainClaim('person.roles')],
        begins: 'in-review',
        expected: APPROVED,
        after: pending,
        message: '+person.roles',
      });
      const vote = {
        number: clientNumber,
        reviewer,
        at: at(2),
        message: 'Not for the log.',
        decisions: [],
        checklist: [],
        expected: pending,
      };
      await storage.recordFirstVote(vote);
      expect(await storage.recordFirstVote(vote)).toBe('changed-meanwhile');
      await storage.moveRevision(action, {
        event: 'withdrawn',
        expected: pending,
        after: { ...pending, revisionState: 'withdrawn' },
      });
      const told = await toldOf(storage);
      expect(told.slice(0, 2)).toEqual([
        [accountId, 'client.withdrawn', { revision: 2 }],
        [reviewer, 'client.approval-proposed', { revision: 2 }],
      ]);
      expect(told.filter(([, what]) => what === 'client.approval-proposed')).toHaveLength(1);
    });

    it('is told where an app may send people, what it is called, and what it looks like', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const stranger = await addPerson(storage, '2');
      const before = await toldOf(storage);
      const action = { number: clientNumber, actor: accountId, at: at(1) };
      const [kept, next] = ['https://noticeboard.example/callback', 'https://new.example/cb'];
      expect(await storage.changeRedirectUris({ ...action, actor: stranger }, [next])).toBe(
        'not-found',
      );
      await storage.changeRedirectUris(action, [next, kept]);
      await storage.changeRedirectUris(action, [next]);
      await storage.changeRedirectUris(action, [next]);
      const { description } = await readClient(storage, clientNumber);
      const details = { name: 'Noticeboard 2', description, clientType: 'public' } as const;
      await storage.changeClientDetails(action, details);
      await storage.changeClientDetails(action, details);
      await storage.changeClientDetails(action, { ...details, description: 'Another one.' });
      await storage.setLogo(action, 'logos/1.png');
      const same = { formerName: null, clientType: null, description: null };
      expect(await toldOf(storage)).toEqual([
        [accountId, 'client.logo-changed', {}],
        [accountId, 'client.details-changed', { ...same, description: 'changed' }],
        [
          accountId,
          'client.details-changed',
          { ...same, formerName: 'noticeboard', clientType: 'public' },
        ],
        [accountId, 'client.redirect-uris-changed', { added: [], removed: [kept] }],
        [accountId, 'client.redirect-uris-changed', { added: [next], removed: [] }],
        ...before,
      ]);
      expect(await storage.verifyAuditChain()).toMatchObject({ type: 'intact' });
    });

    it('is told when a team is asked whether its app is in use, and when it says so', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const before = await toldOf(storage);
      const question = { attestedBefore: at(10), at: at(10) };
      await storage.takeDueAttestations({ ...question, reminder: 1 });
      await storage.takeDueAttestations({ ...question, reminder: 1 });
      await storage.takeDueAttestations({ ...question, reminder: 2 });
      await storage.attestClient({ number: clientNumber, actor: accountId, at: at(11) });
      expect(await toldOf(storage)).toEqual([
        [accountId, 'client.attested', {}],
        [null, 'client.attestation-asked', { reminder: 2 }],
        [null, 'client.attestation-asked', { reminder: 1 }],
        ...before,
      ]);
    });
  });
}

/** Who did what, newest first. */
async function toldOf(
  storage: Storage,
): Promise<readonly (readonly [actor: number | null, action: string, details: unknown])[]> {
  const events = await listed(storage);
  return events.map(({ actor, action, details }) => [actor?.id ?? null, action, details]);
}
