import { describe, expect, it } from 'vitest';
import { plainClaim } from '../../domain/client-revision.ts';
import {
  APPROVED,
  approving,
  addClient,
  addPerson,
  addPersonWithClient,
  addSynthetic,
  addTokens,
  approvalOf,
  at,
  atOnce,
  hash,
  newAuthorization,
  newSession,
  NOW,
  profileOf,
  rotate,
  SANDBOX,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function environmentConformance(given: Given): void {
  describe('a synthetic person', () => {
    it('is stored once, and updated when the profile is another', async () => {
      const { storage } = given();
      const people = ['1', '2'].map((username) => ({ username, profile: profileOf(username) }));
      await storage.storeSyntheticPeople(people, NOW);
      const stored = await storage.listSyntheticPeople();
      expect(stored).toMatchObject([
        { environment: 'sandbox', username: '1', isActive: true, profile: profileOf('1') },
        { environment: 'sandbox', username: '2', isActive: true, profile: profileOf('2') },
      ]);
      await storage.storeSyntheticPeople([{ username: '2', profile: profileOf('new') }], at(1));
      expect(await storage.listSyntheticPeople()).toEqual([
        stored[0],
        { ...stored[1], profile: profileOf('new') },
      ]);
    });

    it('is stored once by processes that start at once', async () => {
      const { storage } = given();
      await atOnce(10, async () =>
        storage.storeSyntheticPeople([{ username: '1', profile: profileOf('1') }], NOW),
      );
      expect(await storage.listSyntheticPeople()).toHaveLength(1);
    });

    it('is never found among people', async () => {
      const { storage } = given();
      const id = await addSynthetic(storage, '1');
      expect(await storage.findAccount(id)).toBeUndefined();
      expect(await storage.findAccountByUsername('1')).toBeUndefined();
      expect(await storage.findAccountWithPassword(id)).toBeUndefined();
      expect(await storage.findAccountBySignInIdentifier(['1'])).toBeUndefined();
      expect(await storage.isEmpty()).toBe(true);
    });

    it('shares no username with people: each is another account', async () => {
      const { storage } = given();
      const synthetic = await addSynthetic(storage, '1');
      const person = await addPerson(storage, '1');
      expect(person).not.toBe(synthetic);
      await addSynthetic(storage, '1', profileOf('changed'));
      await addPerson(storage, '1', { profile: profileOf('imported') });
      expect((await storage.findAccount(person))?.profile).toEqual(profileOf('imported'));
      expect(await storage.listSyntheticPeople()).toMatchObject([
        { id: synthetic, profile: profileOf('changed') },
      ]);
    });

    it('never signs in, whatever is tried', async () => {
      const { storage } = given();
      const accountId = await addSynthetic(storage, '1');
      await storage.changePassword({ accountId, passwordHash: 'x', keepSession: null });
      await storage.startSession(newSession(accountId, 'cookie'));
      expect(await storage.findSession(hash('cookie'), NOW)).toBeUndefined();
      const link = { accountId, hash: hash('link'), issuedAt: NOW, expiresAt: at(60) };
      await storage.issuePasswordReset(link);
      expect(await storage.findPasswordReset(link.hash, NOW)).toBeUndefined();
      const redemption = { hash: link.hash, passwordHash: 'x', at: NOW };
      expect(await storage.redeemPasswordReset(redemption)).toEqual({ type: 'invalid' });
    });

    it('never joins a team, and gets no role', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const synthetic = await addSynthetic(storage, '1');
      const action = { number, actor, at: NOW };
      await expect(storage.addTeamMember(action, synthetic, 'viewer')).rejects.toThrow();
      expect(await storage.listTeam(number)).toHaveLength(1);
      await storage.assignRoles(synthetic, [
        { role: 'Maintainer', startDate: '2020-01-01', endDate: null },
      ]);
      expect((await storage.listSyntheticPeople())[0]?.profile).toEqual(profileOf('Synthetic 1'));
    });
  });

  describe('the two environments of a client', () => {
    it('never meet: an authorization that crosses cannot be stored', async () => {
      const { storage } = given();
      const { accountId: person, clientNumber } = await addPersonWithClient(storage);
      const synthetic = await addSynthetic(storage, '1');
      const crossings = [
        newAuthorization({ accountId: synthetic, clientNumber }, 'live code'),
        newAuthorization({ accountId: person, clientNumber }, 'sandbox code', SANDBOX),
      ];
      await atOnce(10, async (index) => {
        const crossing = crossings[index % 2]!;
        await expect(storage.issueAuthorizationCode(crossing)).rejects.toThrow();
      });
      expect(await storage.findAuthorizationCode(hash('live code'))).toBeUndefined();
      expect(await storage.findAuthorizationCode(hash('sandbox code'))).toBeUndefined();
      expect(await storage.listConnectedClients(person, NOW)).toEqual([]);
    });

    it('say so on every code and token', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const synthetic = await addSynthetic(storage, '1');
      await addTokens(storage, { accountId, clientNumber }, 'live');
      await addTokens(storage, { accountId: synthetic, clientNumber, ...SANDBOX }, 'sandbox');
      for (const environment of ['live', 'sandbox'] as const) {
        const code = await storage.findAuthorizationCode(hash(`code-${environment}`));
        expect(code?.authorization.environment).toBe(environment);
        const token = await storage.findRefreshToken(hash(`refresh-${environment}`));
        expect(token?.authorization.environment).toBe(environment);
        const access = await storage.findBearerAccess(hash(`access-${environment}`));
        expect(access).toMatchObject({ client: { environment }, account: { environment } });
      }
    });

    it('can be granted what is approved, and in the sandbox what is asked for', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const number = await addClient(storage, actor, 'noticeboard');
      const grantable = async () =>
        Promise.all(
          ['client-id-of-noticeboard', 'sandbox-client-id-of-noticeboard'].map(
            async (id) => (await storage.findClientByClientId(id))?.grantableClaims,
          ),
        );
      const requested = ['person.full_name', 'student.branch.name'];
      expect(await grantable()).toEqual([[], requested]);
      const approvedClaims = ['person.full_name'];
      const decisions = approving(approvedClaims);
      await storage.recordReviewDecision(approvalOf(number, actor, { decisions }));
      expect(await grantable()).toEqual([approvedClaims, approvedClaims]);
      // Another revision waits: the sandbox has it, live goes on with what is approved.
      await storage.changeRequestedClaims(
        { number, actor, at: NOW },
        {
          requestedClaims: requested.map(plainClaim),
          begins: 'in-review',
          expected: APPROVED,
          after: { ...APPROVED, revision: 2, revisionState: 'in-review' },
          message: '',
        },
      );
      expect(await grantable()).toEqual([approvedClaims, requested]);

      const accountId = await addSynthetic(storage, '1');
      await addTokens(storage, { accountId, clientNumber: number, ...SANDBOX }, 'sandbox');
      await addTokens(storage, { accountId: actor, clientNumber: number }, 'live');
      const [sandbox, live] = await Promise.all(
        ['sandbox', 'live'].map(async (of) => storage.findBearerAccess(hash(`access-${of}`))),
      );
      expect(sandbox?.client.grantableClaims).toEqual(requested);
      expect(live?.client.grantableClaims).toEqual(approvedClaims);
    });

    it('revoke their own tokens only', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const synthetic = await addSynthetic(storage, '1');
      await addTokens(storage, { accountId, clientNumber }, 'live');
      await addTokens(storage, { accountId: synthetic, clientNumber, ...SANDBOX }, 'sandbox');
      for (const [environment, other] of [
        ['live', 'sandbox'],
        ['sandbox', 'live'],
      ] as const) {
        for (const kind of ['access', 'refresh']) {
          const tokenHash = hash(`${kind}-${other}`);
          const revocation = { tokenHash, clientNumber, environment, at: NOW };
          expect(await storage.revokeToken(revocation)).toBe('unknown');
        }
        expect(await storage.findBearerAccess(hash(`access-${other}`))).toBeDefined();
      }
      const tokenHash = hash('access-sandbox');
      const revocation = { tokenHash, clientNumber, ...SANDBOX, at: NOW };
      expect(await storage.revokeToken(revocation)).toBe('revoked');
      expect(await rotate(storage, 'live', 'live 2')).toBe('rotated');
    });

    it('both end with the client', async () => {
      const { storage } = given();
      const { accountId: actor, clientNumber: number } = await addPersonWithClient(storage);
      const accountId = await addSynthetic(storage, '1');
      await addTokens(storage, { accountId, clientNumber: number, ...SANDBOX }, 'sandbox');
      await storage.deleteClient({ number, actor, at: NOW });
      expect(
        await storage.findClientByClientId('sandbox-client-id-of-noticeboard'),
      ).toBeUndefined();
      expect(await storage.findBearerAccess(hash('access-sandbox'))).toBeUndefined();
      expect(await rotate(storage, 'sandbox', 'new')).toBe('revoked');
    });
  });
}
