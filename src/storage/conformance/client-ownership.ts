import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../domain/account.ts';
import { isPresent } from '../../domain/client-ownership.ts';
import type { ClientRole } from '../../domain/client-role.ts';
import { plainClaim } from '../../domain/client-revision.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Storage } from '../../domain/storage.ts';
import {
  addClient,
  addPerson,
  APPROVED,
  at,
  atOnce,
  auditActions,
  IN_REVIEW,
  newSecret,
  NOW,
  profileOf,
  TODAY,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

const SOON = '2026-01-31';
const LOOK = { at: at(10), today: TODAY, soon: SOON };

/** A client of somebody with more people in its team, by username. */
async function teamOf(
  storage: Storage,
  others: Readonly<Record<string, ClientRole>>,
): Promise<{ readonly number: ClientNumber; readonly ids: Readonly<Record<string, AccountId>> }> {
  const creator = await addPerson(storage, 'creator');
  const number = await addClient(storage, creator, 'noticeboard');
  const ids: Record<string, AccountId> = { creator };
  for (const [username, role] of Object.entries(others)) {
    const id = await addPerson(storage, username);
    ids[username] = id;
    await storage.addTeamMember({ number, actor: creator, at: NOW }, id, role);
  }
  return { number, ids };
}

/** Their roles end on a day. */
async function leavesOn(storage: Storage, username: string, endDate: string): Promise<void> {
  const roles = [{ role: 'Student', startDate: '2024-07-01', endDate }] as const;
  const profile = { ...profileOf(`Name of ${username}`), roles };
  await addPerson(storage, username, { profile });
}

async function rolesIn(storage: Storage, number: ClientNumber) {
  const team = await storage.listTeam(number);
  return Object.fromEntries(team.map(({ username, role }) => [username, role]));
}

export function clientOwnershipConformance(given: Given): void {
  describe('a role in the team of a client', () => {
    it('of a viewer lets them read, and change nothing', async () => {
      const { storage } = given();
      const { number, ids } = await teamOf(storage, { vera: 'viewer' });
      const before = await storage.findClientForReview(number);
      const vera = ids['vera']!;
      const action = { number, actor: vera, at: at(1), today: TODAY };
      expect(await storage.findClientOfTeamMember(number, vera)).toEqual(before);
      expect(await storage.listClientSecrets(number, vera)).toHaveLength(2);
      const claims = {
        requestedClaims: [plainClaim('person.full_name')],
        begins: 'in-review',
        expected: IN_REVIEW,
        after: { ...IN_REVIEW, revision: 2 },
        message: '',
      } as const;
      const details = { name: 'x', description: 'x', clientType: 'public' } as const;
      const move = { event: 'taken-back', expected: IN_REVIEW, after: APPROVED } as const;
      const outcomes = [
        await storage.changeClientDetails(action, details),
        await storage.changeRedirectUris(action, ['https://x.example/']),
        await storage.setLogo(action, 'x.png'),
        await storage.changeRequestedClaims(action, claims),
        await storage.moveRevision(action, move),
        await storage.addClientSecret(action, newSecret('of the viewer')),
        await storage.revokeClientSecret(action, { secretId: 1, evenIfLast: true }),
        await storage.addTeamMember(action, vera, 'owner'),
        await storage.changeMemberRole(action, vera, 'owner'),
        await storage.removeTeamMember(action, ids['creator']!),
        await storage.transferOwnership(action, vera),
        await storage.nameSuccessor(action, vera),
        await storage.deleteClient(action),
      ];
      expect(outcomes).toEqual(outcomes.map(() => 'not-found'));
      expect(await storage.retireClient(action)).toBe(false);
      expect(await storage.takeOverOwnership(action)).toBe('not-in-line');
      expect(await storage.findClientForReview(number)).toEqual(before);
    });

    it('of a developer lets them change the client, not its team, nor end it', async () => {
      const { storage } = given();
      const { number, ids } = await teamOf(storage, { dev: 'developer' });
      const dev = ids['dev']!;
      const action = { number, actor: dev, at: at(1), today: TODAY };
      expect(await storage.changeRedirectUris(action, ['https://x.example/'])).toBe('changed');
      expect(await storage.addClientSecret(action, newSecret('of dev'))).toBe('added');
      expect(await storage.changeMemberRole(action, dev, 'owner')).toBe('not-found');
      expect(await storage.transferOwnership(action, dev)).toBe('not-found');
      expect(await storage.retireClient(action)).toBe(false);
      expect(await storage.deleteClient(action)).toBe('not-found');
    });

    it('is changed by owners, with history and an entry in the audit log', async () => {
      const { storage } = given();
      const { number, ids } = await teamOf(storage, { dev: 'developer' });
      const action = { number, actor: ids['creator']!, at: at(1), today: TODAY };
      const dev = ids['dev']!;
      expect(await storage.changeMemberRole(action, dev, 'viewer')).toBe('changed');
      expect(await storage.changeMemberRole(action, dev, 'viewer')).toBe('unchanged');
      expect(await storage.changeMemberRole(action, 999_999, 'viewer')).toBe('not-a-member');
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.history[0]).toMatchObject({
        type: 'role-changed',
        actor: ids['creator'],
        message: 'Name of dev\nviewer',
      });
      expect((await auditActions(storage))[0]).toBe('client.role-changed');
    });
  });

  describe('the ownership of a client', () => {
    it('stays with its last owner, who neither leaves nor becomes less', async () => {
      const { storage } = given();
      const { number, ids } = await teamOf(storage, { other: 'owner', gone: 'owner' });
      const { creator, other } = ids as { creator: AccountId; other: AccountId };
      await addPerson(storage, 'gone', { isActive: false });
      const action = { number, actor: creator, at: at(1), today: TODAY };
      expect(await storage.changeMemberRole(action, other, 'developer')).toBe('changed');
      // An owner who is not here any more is none to leave it to.
      expect(await storage.changeMemberRole(action, creator, 'developer')).toBe('last-owner');
      expect(await storage.removeTeamMember(action, creator)).toBe('last-owner');
      expect(await storage.removeTeamMember(action, ids['gone']!)).toBe('removed');
      expect(await rolesIn(storage, number)).toEqual({ creator: 'owner', other: 'developer' });
    });

    it.each(['demote each other', 'leave', 'hand over to each other'] as const)(
      'stays with somebody, when two owners %s at once',
      async (what) => {
        const { storage } = given();
        for (let round = 0; round < 8; round += 1) {
          const pair = [`a${round}`, `b${round}`] as const;
          const ids = [
            await addPerson(storage, pair[0]),
            await addPerson(storage, pair[1]),
          ] as const;
          const number = await addClient(storage, ids[0], `app${round}`);
          await storage.addTeamMember({ number, actor: ids[0], at: NOW }, ids[1], 'owner');
          await atOnce(2, async (index) => {
            const [actor, other] = index === 0 ? ids : ([ids[1], ids[0]] as const);
            const action = { number, actor, at: at(1), today: TODAY };
            if (what === 'leave') return storage.removeTeamMember(action, actor);
            return what === 'demote each other'
              ? storage.changeMemberRole(action, other, 'developer')
              : storage.transferOwnership(action, other);
          });
          const team = await storage.listTeam(number);
          expect(team.filter(({ role }) => role === 'owner')).toHaveLength(1);
        }
      },
    );

    it('is handed over in one step, to a member who is here', async () => {
      const { storage } = given();
      const { number, ids } = await teamOf(storage, { dev: 'viewer', gone: 'developer' });
      await addPerson(storage, 'gone', { isActive: false });
      const action = { number, actor: ids['creator']!, at: at(1), today: TODAY };
      expect(await storage.transferOwnership(action, ids['gone']!)).toBe('not-possible');
      expect(await storage.transferOwnership(action, ids['creator']!)).toBe('not-possible');
      expect(await storage.transferOwnership(action, 999_999)).toBe('not-a-member');
      expect(await storage.transferOwnership(action, ids['dev']!)).toBe('transferred');
      expect(await rolesIn(storage, number)).toEqual({
        creator: 'developer',
        dev: 'owner',
        gone: 'developer',
      });
      expect(await storage.transferOwnership(action, ids['dev']!)).toBe('not-found');
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.history[0]).toMatchObject({
        type: 'ownership-transferred',
        message: 'Name of dev',
      });
    });

    it('passes to the successor by itself, once, when no owner is here any more', async () => {
      const { storage } = given();
      const { number, ids } = await teamOf(storage, { dev: 'developer', heir: 'viewer' });
      const action = { number, actor: ids['creator']!, at: at(1), today: TODAY };
      expect(await storage.nameSuccessor(action, ids['dev']!)).toBe('named');
      expect(await storage.nameSuccessor(action, ids['heir']!)).toBe('named');
      expect(await storage.nameSuccessor(action, ids['heir']!)).toBe('unchanged');
      expect(await storage.nameSuccessor(action, ids['creator']!)).toBe('not-a-member');
      expect(await storage.settleOwnership(number, LOOK)).toEqual({ type: 'nothing' });

      await addPerson(storage, 'creator', { isActive: false });
      const steps = await atOnce(6, async () => storage.settleOwnership(number, LOOK));
      const taken = steps.filter(({ type }) => type !== 'nothing');
      expect(taken).toMatchObject([
        { type: 'succeeded', name: 'noticeboard', owner: { accountId: ids['heir'] } },
      ]);
      expect(await rolesIn(storage, number)).toMatchObject({ heir: 'owner', dev: 'developer' });
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.history[0]).toMatchObject({
        type: 'owner-succeeded',
        actor: null,
        message: 'Name of heir',
      });
      expect(dossier?.team.some(({ isSuccessor }) => isSuccessor)).toBe(false);
      expect((await auditActions(storage))[0]).toBe('client.owner-succeeded');
    });

    it('without a successor is told to be nobody’s once, and taken over by who joined first', async () => {
      const { storage } = given();
      const { number, ids } = await teamOf(storage, {
        vera: 'viewer',
        first: 'developer',
        second: 'developer',
      });
      await leavesOn(storage, 'creator', '2025-12-31');
      const steps = await atOnce(6, async () => storage.settleOwnership(number, LOOK));
      expect(steps.filter(({ type }) => type !== 'nothing')).toMatchObject([
        { type: 'became-ownerless', nextInLine: { accountId: ids['first'] } },
      ]);
      const entry = async () =>
        (await storage.listClientsForReview()).find(({ client }) => client.number === number);
      expect((await entry())?.ownershipNotice).toBe('ownerless');

      const as = (username: string) => ({
        number,
        actor: ids[username]!,
        at: at(20),
        today: TODAY,
      });
      expect(await storage.takeOverOwnership(as('second'))).toBe('not-in-line');
      expect(await storage.takeOverOwnership(as('vera'))).toBe('not-in-line');
      expect(await storage.takeOverOwnership(as('first'))).toBe('taken-over');
      expect(await storage.takeOverOwnership(as('first'))).toBe('not-in-line');
      expect((await entry())?.ownershipNotice).toBeNull();
      expect(await rolesIn(storage, number)).toMatchObject({ first: 'owner', second: 'developer' });
    });

    it('is given by a maintainer when no owner is here, and not otherwise', async () => {
      const { storage } = given();
      const { number } = await teamOf(storage, {});
      const maintainer = await addPerson(storage, 'maintainer');
      const newcomer = await addPerson(storage, 'newcomer');
      const action = { number, actor: maintainer, at: at(1), today: TODAY };
      expect(await storage.appointOwner(action, newcomer)).toBe('has-owner');
      await addPerson(storage, 'creator', { isActive: false });
      expect(await storage.appointOwner(action, newcomer)).toBe('appointed');
      expect(await storage.appointOwner(action, maintainer)).toBe('has-owner');
      expect(await storage.appointOwner({ ...action, number: 999_999 }, newcomer)).toBe(
        'not-found',
      );
      expect(await rolesIn(storage, number)).toMatchObject({ newcomer: 'owner' });
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.history[0]).toMatchObject({ type: 'owner-appointed', actor: maintainer });
    });

    it('that ends soon is told once, and again when it was put off', async () => {
      const { storage } = given();
      const { number } = await teamOf(storage, { dev: 'developer' });
      await leavesOn(storage, 'creator', '2026-01-20');
      expect(await storage.settleOwnership(number, LOOK)).toMatchObject({
        type: 'ends-soon',
        lastDay: '2026-01-20',
        successor: undefined,
      });
      expect(await storage.settleOwnership(number, LOOK)).toEqual({ type: 'nothing' });
      await leavesOn(storage, 'creator', '2026-06-30');
      expect(await storage.settleOwnership(number, LOOK)).toEqual({ type: 'nothing' });
      const later = { at: at(20), today: '2026-06-15', soon: '2026-07-15' };
      expect((await storage.settleOwnership(number, later)).type).toBe('ends-soon');
      const after = { at: at(30), today: '2026-07-01', soon: '2026-07-31' };
      expect((await storage.settleOwnership(number, after)).type).toBe('became-ownerless');
    });
  });

  describe('the teams of clients', () => {
    it('are listed in pages, without clients that have ended, of everybody or of an owner', async () => {
      const { storage } = given();
      const { number, ids } = await teamOf(storage, { dev: 'developer' });
      const second = await addClient(storage, ids['dev']!, 'second');
      const ended = await addClient(storage, ids['dev']!, 'ended');
      await storage.retireClient({ number: ended, actor: ids['dev']!, at: at(1) });
      const list = async (after: number, limit: number, of: AccountId | null) =>
        (await storage.listClientTeams({ after, limit, of })).map((one) => one.number);
      expect(await list(0, 1, null)).toEqual([number]);
      expect(await list(number, 10, null)).toEqual([second]);
      expect(await list(0, 10, ids['dev']!)).toEqual([second]);
      const [first] = await storage.listClientTeams({ after: 0, limit: 1, of: null });
      expect(first).toMatchObject({ name: 'noticeboard', hasNotice: false });
      expect(first?.team.every(({ stay }) => isPresent(stay, TODAY))).toBe(true);
    });
  });
}
