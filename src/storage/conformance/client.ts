import { describe, expect, it } from 'vitest';
import { plainClaim } from '../../domain/client-revision.ts';
import {
  APPROVED,
  IN_REVIEW,
  addClient,
  addPerson,
  addPersonWithClient,
  addTokens,
  approvalOf,
  at,
  atOnce,
  hash,
  newAuthorization,
  newClient,
  newSecret,
  NOW,
  readClient,
  TODAY,
  rotate,
  tokenPair,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function clientConformance(given: Given): void {
  describe('registering a client', () => {
    it('stores it in review, with its creator as its team and a first history entry', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const client = newClient(actor, 'noticeboard', {
        clientType: 'public',
        redirectUris: ['https://a.example/cb', 'app://a.example/cb?x=%20'],
      });
      const outcome = await storage.registerClient(client);
      if (outcome.type !== 'registered') throw new Error('not registered');
      const { number } = outcome;

      const { secrets, begins, requestedClaims, ...registered } = client;
      const codes = requestedClaims.map(({ code }) => code);
      const stored = {
        ...registered,
        number,
        ...IN_REVIEW,
        status: begins,
        requestedClaims: codes,
        approvedClaims: [],
        logoPath: null,
        attestation: { lastAt: null, reminders: 0 },
      };
      expect(await storage.findClientByClientId(client.clientId)).toEqual({
        ...stored,
        environment: 'live',
        secrets: [{ id: expect.any(Number), hash: secrets[0]!.hash, expiresAt: null }],
        grantableClaims: [],
      });
      expect(await storage.findClientByClientId(client.sandboxClientId)).toEqual({
        ...stored,
        environment: 'sandbox',
        secrets: [{ id: expect.any(Number), hash: secrets[1]!.hash, expiresAt: null }],
        grantableClaims: codes,
      });
      const creator = { accountId: actor, name: 'Name of 1', username: '1' };
      const stay = { isActive: true, lastDay: null };
      const team = [{ ...creator, role: 'owner', isSuccessor: false, stay }];
      expect(await storage.findClientOfTeamMember(number, actor)).toEqual({
        client: stored,
        team,
        history: [{ type: 'registered', at: NOW, actor, actorName: 'Name of 1', message: '' }],
        revisions: [
          {
            number: 1,
            state: 'in-review',
            claims: requestedClaims,
            createdAt: NOW,
            since: NOW,
            firstVote: null,
            decisions: [],
            checklist: [],
          },
        ],
        conversation: [],
      });
      expect(await storage.listTeam(number)).toEqual(team);
    });

    it('refuses a name that another one has, whatever its case', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      await addClient(storage, actor, 'Straße');
      for (const name of ['Straße', 'STRASSE', 'straße', 'strasse']) {
        const client = newClient(actor, name, { clientId: `another ${name}` });
        expect(await storage.registerClient(client)).toEqual({ type: 'name-taken' });
      }
      expect(await storage.listClientsOfTeamMember(actor)).toHaveLength(1);
    });

    it('gives a name to one of those who ask at once', async () => {
      const { storage } = given();
      const actors = await atOnce(20, async (index) => addPerson(storage, `${index}`));
      const outcomes = await atOnce(20, async (index) =>
        storage.registerClient(
          newClient(actors[index]!, index % 2 === 0 ? 'Events' : 'EVENTS', {
            clientId: `client-id-${index}`,
          }),
        ),
      );
      expect(outcomes.filter(({ type }) => type === 'registered')).toHaveLength(1);
      expect(await storage.listClientsForReview()).toHaveLength(1);
    });
  });

  describe('a client', () => {
    it('is undefined when there is none', async () => {
      const { storage } = given();
      expect(await storage.findClientByClientId('unknown')).toBeUndefined();
      expect(await storage.findClientOfTeamMember(1, 1)).toBeUndefined();
      expect(await storage.findClientForReview(1)).toBeUndefined();
      expect(await storage.listTeam(1)).toEqual([]);
    });

    it('does not exist for whoever is not in its team', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const stranger = await addPerson(storage, '2');
      const number = await addClient(storage, actor, 'noticeboard');
      const before = await storage.findClientForReview(number);
      const action = { number, actor: stranger, at: at(1) };

      expect(await storage.findClientOfTeamMember(number, stranger)).toBeUndefined();
      expect(await storage.listClientsOfTeamMember(stranger)).toEqual([]);
      const details = { name: 'x', description: 'x', clientType: 'public' } as const;
      const claims = {
        requestedClaims: [],
        begins: 'approved',
        expected: IN_REVIEW,
        after: APPROVED,
        message: '',
      } as const;
      const taken = { event: 'taken-back', expected: IN_REVIEW, after: IN_REVIEW } as const;
      const outcomes = [
        await storage.changeClientDetails(action, details),
        await storage.changeRedirectUris(action, ['https://evil.example/']),
        await storage.changeRequestedClaims(action, claims),
        await storage.moveRevision(action, taken),
        await storage.addClientSecret(action, newSecret('known to the stranger')),
        await storage.revokeClientSecret(action, { secretId: 1, evenIfLast: true }),
        await storage.setLogo(action, 'x.png'),
        await storage.addTeamMember(action, stranger, 'developer'),
        await storage.removeTeamMember({ ...action, today: TODAY }, actor),
        await storage.deleteClient(action),
      ];
      expect(outcomes).toEqual(outcomes.map(() => 'not-found'));
      expect(await storage.findClientForReview(number)).toEqual(before);
    });

    it('changes its details with a history entry, and keeps its approval', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const before = await readClient(storage, number);
      const details = { name: 'Board', description: 'New.', clientType: 'public' } as const;
      expect(await storage.changeClientDetails({ number, actor, at: at(5) }, details)).toBe(
        'changed',
      );
      const dossier = await storage.findClientOfTeamMember(number, actor);
      expect(dossier?.client).toEqual({ ...before, ...details });
      expect(dossier?.history[0]).toMatchObject({ type: 'details-changed', at: at(5), actor });
      expect(dossier?.history).toHaveLength(3);
    });

    it('can write its own name differently, and not take another’s', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const number = await addClient(storage, actor, 'events');
      await addClient(storage, actor, 'board');
      const rename = async (name: string) =>
        storage.changeClientDetails(
          { number, actor, at: NOW },
          { name, description: '', clientType: 'public' },
        );
      expect(await rename('Events')).toBe('changed');
      const before = await storage.findClientForReview(number);
      expect(await rename('BOARD')).toBe('name-taken');
      expect(await storage.findClientForReview(number)).toEqual(before);
    });

    it('gives a new name to one of those who take it at once', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const numbers = await atOnce(10, async (index) => addClient(storage, actor, `app${index}`));
      const outcomes = await atOnce(10, async (index) =>
        storage.changeClientDetails(
          { number: numbers[index]!, actor, at: NOW },
          { name: 'The App', description: '', clientType: 'public' },
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'name-taken')).toHaveLength(9);
    });

    it('changes its redirect URIs with a history entry, and keeps its approval', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const before = await readClient(storage, number);
      const redirectUris = ['https://b.example/', 'https://a.example/?q=%2F'] as const;
      const outcome = await storage.changeRedirectUris({ number, actor, at: NOW }, redirectUris);
      expect(outcome).toBe('changed');
      const dossier = await storage.findClientOfTeamMember(number, actor);
      expect(dossier?.client).toEqual({ ...before, redirectUris });
      expect(dossier?.history[0]?.type).toBe('redirect-uris-changed');
    });

    it('has a logo, or none', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const action = { number, actor, at: NOW };
      expect(await storage.setLogo(action, 'logos/1.png')).toBe('changed');
      expect((await readClient(storage, number)).logoPath).toBe('logos/1.png');
      expect(await storage.setLogo(action, null)).toBe('changed');
      expect((await readClient(storage, number)).logoPath).toBeNull();
    });
  });

  describe('changing what a client asks for', () => {
    const requested = {
      requestedClaims: ['student.branch.name', 'person.roles'].map(plainClaim),
      begins: 'in-review',
      expected: APPROVED,
      after: { ...APPROVED, revision: 2, revisionState: 'in-review' },
      message: 'person.roles added',
    } as const;

    it('sets the claims and the status, grows the revision, and keeps what was approved', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const before = await readClient(storage, number);
      const outcome = await storage.changeRequestedClaims({ number, actor, at: at(9) }, requested);
      expect(outcome).toBe('changed');
      const dossier = await storage.findClientOfTeamMember(number, actor);
      expect(dossier?.client).toEqual({
        ...before,
        requestedClaims: ['student.branch.name', 'person.roles'],
        revision: 2,
        revisionState: 'in-review',
      });
      expect(dossier?.client.approvedClaims).toEqual(['person.full_name', 'student.branch.name']);
      expect(dossier?.history[0]).toMatchObject({
        type: 'claims-changed',
        at: at(9),
        actor,
        message: 'person.roles added',
      });
    });

    it('changes nothing when revision or status are no longer what was seen', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const before = await storage.findClientForReview(number);
      for (const seen of [
        { revision: 2 },
        { status: 'in-review' as const },
        { revisionState: 'in-review' as const },
      ]) {
        const stale = { ...requested, expected: { ...APPROVED, ...seen } };
        expect(await storage.changeRequestedClaims({ number, actor, at: NOW }, stale)).toBe(
          'changed-meanwhile',
        );
      }
      expect(await storage.findClientForReview(number)).toEqual(before);
    });

    it('does it for one of those who ask at once', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const outcomes = await atOnce(20, async (index) =>
        storage.changeRequestedClaims(
          { number, actor, at: NOW },
          { ...requested, requestedClaims: [plainClaim(`person.claim${index}`)] },
        ),
      );
      const winner = outcomes.indexOf('changed');
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(19);
      const client = await readClient(storage, number);
      expect(client).toMatchObject({
        revision: 2,
        requestedClaims: [`person.claim${winner}`],
      });
    });
  });

  describe('deleting a client', () => {
    it('takes everything that belongs to it along', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId: actor, clientNumber: number } = parties;
      await addTokens(storage, parties, '1');
      await storage.issueAuthorizationCode(newAuthorization(parties, 'unused'));
      const otherNumber = await addClient(storage, actor, 'another');
      await storage.recordReviewDecision(approvalOf(otherNumber, actor));
      await addTokens(storage, { accountId: actor, clientNumber: otherNumber }, '2');

      expect(await storage.deleteClient({ number, actor, at: NOW })).toBe('deleted');

      expect(await storage.findClientByClientId('client-id-of-noticeboard')).toBeUndefined();
      expect(await storage.findClientForReview(number)).toBeUndefined();
      expect(await storage.listTeam(number)).toEqual([]);
      expect(await storage.findAuthorizationCode(hash('code-1'))).toBeUndefined();
      expect(await storage.findBearerAccess(hash('access-1'))).toBeUndefined();
      expect(await storage.findRefreshToken(hash('refresh-1'))).toBeUndefined();
      expect(await rotate(storage, '1', 'new')).toBe('revoked');
      const redemption = { codeHash: hash('unused'), tokens: tokenPair('new'), at: NOW };
      expect(await storage.redeemAuthorizationCode(redemption)).toBe('already-redeemed');
      expect(await storage.findBearerAccess(hash('access-new'))).toBeUndefined();
      const connected = await storage.listConnectedClients(actor, NOW);
      expect(connected.map(({ client }) => client.number)).toEqual([otherNumber]);
      expect(await storage.findBearerAccess(hash('access-2'))).toBeDefined();
      expect(await storage.deleteClient({ number, actor, at: NOW })).toBe('not-found');
    });

    it('frees its name, never its number', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const number = await addClient(storage, actor, 'noticeboard');
      await storage.deleteClient({ number, actor, at: NOW });
      expect(await addClient(storage, actor, 'noticeboard')).not.toBe(number);
    });
  });
}
