import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../domain/account.ts';
import { MOST_INVITATIONS, type NewInvitation } from '../../domain/client-invitation.ts';
import { addClient, addPerson, at, atOnce, auditActions, DAY, hash, NOW } from './campus.ts';
import type { Given } from './storage-under-test.ts';

const ADDRESS = 'Bela@example.com';

/** @param link its text; stored is its hash */
function invitation(link: string, changes: Partial<NewInvitation> = {}): NewInvitation {
  return {
    address: ADDRESS,
    role: 'developer',
    invitee: null,
    hash: hash(link),
    expiresAt: at(7 * DAY),
    ...changes,
  };
}

function byLink(link: string) {
  return { type: 'link', hash: hash(link) } as const;
}

export function clientInvitationConformance(given: Given): void {
  /** A client, its owner, and somebody to invite. */
  async function campus() {
    const { storage } = given();
    const owner = await addPerson(storage, 'owner');
    const bela = await addPerson(storage, 'bela');
    const number = await addClient(storage, owner, 'noticeboard');
    const action = { number, actor: owner, at: NOW };
    const invite = async (link: string, changes: Partial<NewInvitation> = {}) =>
      storage.inviteMember(action, invitation(link, changes));
    return { storage, owner, bela, number, action, invite };
  }

  describe('an invitation into a team', () => {
    it('is found with its link until it expires, and listed for owners only', async () => {
      const { storage, owner, bela, number, action, invite } = await campus();
      await storage.addTeamMember(action, bela, 'developer');
      expect((await invite('link')).type).toBe('invited');
      expect(await storage.findInvitation(byLink('link'), at(60))).toMatchObject({
        clientNumber: number,
        app: 'noticeboard',
        address: ADDRESS,
        role: 'developer',
        invitedByName: 'Name of owner',
        invitee: null,
        expiresAt: at(7 * DAY),
      });
      expect(await storage.findInvitation(byLink('other'), at(60))).toBeUndefined();
      expect(await storage.findInvitation(byLink('link'), at(7 * DAY))).toBeUndefined();
      const listed = await storage.listInvitations(number, owner);
      expect(listed).toMatchObject([{ address: ADDRESS, sentAt: NOW }]);
      expect(await storage.listInvitations(number, bela)).toEqual([]);
    });

    it('is sent by owners only', async () => {
      const { storage, bela, number, action, invite } = await campus();
      await storage.addTeamMember(action, bela, 'developer');
      await invite('link');
      const [listed] = await storage.listInvitations(number, action.actor);
      const { id } = listed!;
      const byBela = { ...action, actor: bela };
      const other = invitation('x', { address: 'x@example.com' });
      expect(await storage.inviteMember(byBela, other)).toEqual({ type: 'not-found' });
      expect(await storage.revokeInvitation(byBela, id)).toBe('not-found');
      const renewal = { hash: hash('y'), expiresAt: at(60) };
      expect(await storage.renewInvitation(byBela, id, renewal)).toBeUndefined();
      expect(await storage.listInvitations(number, action.actor)).toHaveLength(1);
    });

    it('takes somebody in with its role, once, when all accept at once', async () => {
      const { storage, bela, number, invite } = await campus();
      await invite('link', { role: 'viewer' });
      const outcomes = await atOnce(10, async () =>
        storage.acceptInvitation(byLink('link'), { actor: bela, at: at(1) }),
      );
      expect(outcomes.toSorted()).toEqual(['joined', ...Array<string>(9).fill('not-found')]);
      const dossier = await storage.findClientOfTeamMember(number, bela);
      expect(dossier?.team[1]).toMatchObject({ accountId: bela, role: 'viewer' });
      expect(dossier?.history[0]).toMatchObject({
        type: 'invitation-accepted',
        actor: bela,
        message: `${ADDRESS}\nviewer`,
      });
      expect((await auditActions(storage)).slice(0, 2)).toEqual([
        'client.invitation-accepted',
        'client.invitation-sent',
      ]);
    });

    it('is answered once, when one accepts while an owner revokes and one declines', async () => {
      const { storage, bela, number, action, invite } = await campus();
      for (let round = 0; round < 6; round += 1) {
        const sent = await invite('link');
        const id = sent.type === 'invited' ? sent.id : 0;
        const answer = { actor: bela, at: at(1) };
        const outcomes = await Promise.all([
          storage.acceptInvitation(byLink('link'), answer),
          storage.declineInvitation(byLink('link'), answer),
          storage.revokeInvitation(action, id),
        ]);
        expect(outcomes.filter((outcome) => outcome !== 'not-found')).toHaveLength(1);
        const isMember = (await storage.listTeam(number)).length === 2;
        expect(isMember).toBe(outcomes[0] === 'joined');
        if (isMember) await storage.removeTeamMember({ ...action, today: '2026-01-01' }, bela);
      }
    });

    it('changes nothing for who is in the team already, and is used up', async () => {
      const { storage, owner, number, invite } = await campus();
      await invite('link', { role: 'viewer' });
      const answer = { actor: owner, at: at(1) };
      expect(await storage.acceptInvitation(byLink('link'), answer)).toBe('already-member');
      expect((await storage.listTeam(number))[0]?.role).toBe('owner');
      expect(await storage.listInvitations(number, owner)).toEqual([]);
    });

    it('is answered without its link by whose it is, and by nobody else', async () => {
      const { storage, owner, bela, invite } = await campus();
      const sent = await invite('link', { invitee: bela });
      const id = sent.type === 'invited' ? sent.id : 0;
      const own = (invitee: AccountId) => ({ type: 'own', id, invitee }) as const;
      expect(await storage.findInvitation(own(owner), at(1))).toBeUndefined();
      const asOwner = { actor: owner, at: at(1) };
      expect(await storage.declineInvitation(own(owner), asOwner)).toBe('not-found');
      expect(await storage.findInvitation(own(bela), at(1))).toMatchObject({ id, invitee: bela });
      const asBela = { actor: bela, at: at(1) };
      expect(await storage.declineInvitation(own(bela), asBela)).toBe('declined');
      expect((await auditActions(storage))[0]).toBe('client.invitation-declined');
    });

    it('is replaced when the same address is invited again, however it is written', async () => {
      const { storage, owner, number, invite } = await campus();
      const first = await invite('first');
      expect(await invite('second', { address: 'bela@EXAMPLE.com', role: 'viewer' })).toEqual(
        first,
      );
      expect(await storage.findInvitation(byLink('first'), at(1))).toBeUndefined();
      expect(await storage.listInvitations(number, owner)).toMatchObject([{ role: 'viewer' }]);
    });

    it('gets a new link when it is sent again; the old one opens nothing', async () => {
      const { storage, owner, number, action, invite } = await campus();
      const sent = await invite('old');
      const id = sent.type === 'invited' ? sent.id : 0;
      const later = { ...action, at: at(8 * DAY) };
      const renewal = { hash: hash('new'), expiresAt: at(15 * DAY) };
      expect(await storage.renewInvitation(later, id, renewal)).toMatchObject({ address: ADDRESS });
      expect(await storage.findInvitation(byLink('old'), at(1))).toBeUndefined();
      expect(await storage.findInvitation(byLink('new'), at(8 * DAY))).toBeDefined();
      expect((await storage.listInvitations(number, owner))[0]?.sentAt).toBe(at(8 * DAY));
    });

    it('is one of a bounded number, also when many are sent at once', async () => {
      const { storage, owner, number, invite } = await campus();
      const outcomes = await atOnce(MOST_INVITATIONS + 5, async (index) =>
        invite(`link ${index}`, { address: `p${index}@example.com` }),
      );
      expect(outcomes.filter(({ type }) => type === 'too-many')).toHaveLength(5);
      expect(await storage.listInvitations(number, owner)).toHaveLength(MOST_INVITATIONS);
    });

    it('is forgotten a month after it expired', async () => {
      const { storage, owner, number, invite } = await campus();
      await invite('link');
      await storage.pruneExpired(at(30 * DAY));
      expect(await storage.listInvitations(number, owner)).toHaveLength(1);
      await storage.pruneExpired(at((7 + 31) * DAY));
      expect(await storage.listInvitations(number, owner)).toEqual([]);
    });
  });
}
