import { describe, expect, it } from 'vitest';
import { addClient, addPerson, at, atOnce, auditActions, NOW, TODAY } from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function clientTeamConformance(given: Given): void {
  describe('the team of a client', () => {
    it('sees its clients, newest first', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const member = await addPerson(storage, '2');
      const numbers = [
        await addClient(storage, creator, 'first', { createdAt: at(1) }),
        await addClient(storage, creator, 'third', { createdAt: at(3) }),
        await addClient(storage, creator, 'second', { createdAt: at(2) }),
      ];
      await addClient(storage, creator, 'not theirs');
      for (const number of numbers) {
        await storage.addTeamMember({ number, actor: creator, at: NOW }, member, 'developer');
      }
      const clients = await storage.listClientsOfTeamMember(member);
      expect(clients.map(({ name }) => name)).toEqual(['third', 'second', 'first']);
    });

    it('grows, in order of joining, with history that names who joined', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const late = await addPerson(storage, '2');
      const early = await addPerson(storage, '3');
      const number = await addClient(storage, creator, 'noticeboard');

      const action = { number, actor: creator, at: at(1) };
      expect(await storage.addTeamMember(action, early, 'owner')).toBe('added');
      const byOther = { number, actor: early, at: at(2) };
      expect(await storage.addTeamMember(byOther, late, 'viewer')).toBe('added');
      expect(await storage.addTeamMember(action, late, 'owner')).toBe('already-member');

      const dossier = await storage.findClientOfTeamMember(number, late);
      expect(dossier?.team.map(({ accountId, role }) => [accountId, role])).toEqual([
        [creator, 'owner'],
        [early, 'owner'],
        [late, 'viewer'],
      ]);
      expect(await storage.listTeam(number)).toEqual(dossier?.team);
      expect(dossier?.history).toMatchObject([
        { type: 'member-added', at: at(2), actor: early, message: 'Name of 2\nviewer' },
        { type: 'member-added', at: at(1), actor: creator, message: 'Name of 3\nowner' },
        { type: 'registered' },
      ]);
    });

    it('shrinks; who left sees nothing any more', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const member = await addPerson(storage, '2');
      const other = await addPerson(storage, '3');
      const number = await addClient(storage, creator, 'noticeboard');
      const byCreator = { number, actor: creator, at: at(2), today: TODAY };
      await storage.addTeamMember(byCreator, member, 'developer');
      await storage.addTeamMember(byCreator, other, 'viewer');

      const byMember = { number, actor: member, at: at(1), today: TODAY };
      expect(await storage.removeTeamMember(byMember, other)).toBe('not-found');
      expect(await storage.removeTeamMember(byMember, member)).toBe('removed');
      expect(await storage.findClientOfTeamMember(number, member)).toBeUndefined();
      expect(await storage.removeTeamMember(byCreator, member)).toBe('not-a-member');
      expect(await storage.removeTeamMember(byCreator, other)).toBe('removed');

      const dossier = await storage.findClientOfTeamMember(number, creator);
      expect(dossier?.team.map(({ accountId }) => accountId)).toEqual([creator]);
      expect(dossier?.history.slice(0, 2)).toMatchObject([
        { type: 'member-removed', actor: creator, message: 'Name of 3\nviewer' },
        { type: 'member-removed', actor: member, message: 'Name of 2\ndeveloper' },
      ]);
      expect((await auditActions(storage)).slice(0, 4)).toEqual([
        'client.member-removed',
        'client.member-removed',
        'client.member-added',
        'client.member-added',
      ]);
    });

    it('takes somebody in once, when all ask at once', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const member = await addPerson(storage, '2');
      const number = await addClient(storage, creator, 'noticeboard');
      const outcomes = await atOnce(20, async () =>
        storage.addTeamMember({ number, actor: creator, at: NOW }, member, 'developer'),
      );
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'already-member')).toHaveLength(19);
      const dossier = await storage.findClientOfTeamMember(number, creator);
      expect(dossier?.history).toHaveLength(2);
    });

    it('is named as its people are called today', async () => {
      const { storage } = given();
      const creator = await addPerson(storage, '1');
      const number = await addClient(storage, creator, 'noticeboard');
      const records = { person: { short_name: 'Asha' } };
      await addPerson(storage, '1', { profile: { records, roles: [], customRoles: [] } });
      const dossier = await storage.findClientOfTeamMember(number, creator);
      expect(dossier).toMatchObject({
        team: [{ name: 'Asha' }],
        history: [{ actorName: 'Asha' }],
      });
    });
  });
}
