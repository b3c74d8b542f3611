import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  auditEventText,
  type AuditFilter,
  EVERY_AUDIT_EVENT,
  FIRST_PREVIOUS_HASH,
  type NewAuditEvent,
} from '../../domain/audit-event.ts';
import type { Storage } from '../../domain/storage.ts';
import { addPerson, addPersonWithClient, at, atOnce, newSecret } from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function auditConformance(given: Given): void {
  describe('the audit log', () => {
    it('is empty and intact to begin with', async () => {
      const { storage } = given();
      expect(await listed(storage)).toEqual([]);
      expect(await storage.verifyAuditChain()).toEqual({
        type: 'intact',
        head: { seq: 0, hash: FIRST_PREVIOUS_HASH },
      });
    });

    it('keeps what was recorded, newest first, also the strangest names', async () => {
      const { storage, reopen } = given();
      const actor = await addPerson(storage, '1');
      const label = 'A \u0000 \uD800 आरोही "\n';
      const first = await storage.appendAuditEvent(approval({ actor, label }));
      const second = await storage.appendAuditEvent(settingsChange());
      await storage.close();
      const later = await reopen();
      expect(await listed(later)).toEqual([second, first]);
      expect(first).toMatchObject({
        seq: 1,
        at: at(0),
        actor: { id: actor, name: 'Name of 1' },
        action: 'client.approved',
        subject: { type: 'client', id: '7', label: 'A \uFFFD \uFFFD आरोही "\n' },
        details: { revision: 2 },
        previousHash: FIRST_PREVIOUS_HASH,
      });
      expect(second).toMatchObject({ seq: 2, actor: null, previousHash: first.hash });
      expect(await later.verifyAuditChain()).toEqual({
        type: 'intact',
        head: { seq: 2, hash: second.hash },
      });
    });

    it('gives each event the SHA-256 of its text', async () => {
      const { storage } = given();
      const { hash, ...event } = await storage.appendAuditEvent(approval());
      expect(hash).toBe(createHash('sha256').update(auditEventText(event)).digest('hex'));
    });

    it('is one chain, however many append at once', async () => {
      const { storage, reopen } = given();
      const actor = await addPerson(storage, '1');
      const other = await reopen();
      const appended = await atOnce(40, async (index) =>
        (index % 2 === 0 ? storage : other).appendAuditEvent(approval({ actor, id: `${index}` })),
      );
      await other.close();
      const seqs = appended.map(({ seq }) => seq).toSorted((a, b) => a - b);
      expect(seqs).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(new Set(appended.map(({ previousHash }) => previousHash)).size).toBe(40);
      expect(await storage.verifyAuditChain()).toMatchObject({ type: 'intact', head: { seq: 40 } });
    });

    it('is verified while others append, and in parts', async () => {
      const { storage } = given();
      const appending = atOnce(60, async () => storage.appendAuditEvent(approval()));
      for (let round = 0; round < 5; round += 1) {
        expect(await storage.verifyAuditChain()).toMatchObject({ type: 'intact' });
      }
      await appending;
      for (let index = 60; index < 1001; index += 1) await storage.appendAuditEvent(approval());
      expect(await storage.verifyAuditChain()).toMatchObject({
        type: 'intact',
        head: { seq: 1001 },
      });
    });

    it('is told of secrets and settings with the change itself', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const told = async (): Promise<readonly unknown[]> =>
        (await listed(storage, { actor: accountId })).map(({ action, subject, details }) => [
          action,
          subject.label,
          details,
        ]);
      const before = await told();
      const action = { number: clientNumber, actor: accountId, at: at(1) };
      await storage.addClientSecret(action, newSecret('deploy'));
      const secrets = await storage.listClientSecrets(clientNumber, accountId);
      const { id: secretId } = secrets.find(({ name }) => name === 'Name of deploy')!;
      await storage.revokeClientSecret(action, { secretId, evenIfLast: false });
      await storage.revokeClientSecret(action, { secretId, evenIfLast: false });
      const settings = { concern: 'identity', document: {}, actor: accountId, at: at(1) } as const;
      await storage.changeSettings({ ...settings, expectedVersion: 0 });
      await storage.changeSettings({ ...settings, expectedVersion: 0 });
      const secret = { environment: 'live', name: 'Name of deploy', hint: '…ploy' };
      expect(await told()).toEqual([
        ['settings.changed', 'identity', { version: 1 }],
        ['client.secret-revoked', 'noticeboard', secret],
        ['client.secret-added', 'noticeboard', secret],
        ...before,
      ]);
      expect(await storage.verifyAuditChain()).toMatchObject({ type: 'intact' });
    });

    it('is searched by who, what, about what, and when', async () => {
      const { storage } = given();
      const [one, two] = [await addPerson(storage, '1'), await addPerson(storage, '2')];
      await storage.appendAuditEvent(approval({ actor: one, at: at(1) }));
      await storage.appendAuditEvent(approval({ actor: two, at: at(2), id: '8' }));
      await storage.appendAuditEvent(settingsChange({ at: at(3) }));
      const found = async (filter: Partial<AuditFilter>): Promise<readonly number[]> =>
        (await listed(storage, filter)).map(({ seq }) => seq);
      expect(await found({})).toEqual([3, 2, 1]);
      expect(await found({ actor: one })).toEqual([1]);
      expect(await found({ action: 'client' })).toEqual([2, 1]);
      expect(await found({ action: 'client.approved' })).toEqual([2, 1]);
      expect(await found({ action: 'client.appro' })).toEqual([]);
      expect(await found({ action: 'settings' })).toEqual([3]);
      expect(await found({ subject: { type: 'client', id: '8' } })).toEqual([2]);
      expect(await found({ subject: { type: 'account', id: '8' } })).toEqual([]);
      expect(await found({ from: at(2), until: at(3) })).toEqual([2]);
      expect(await found({ actor: two, action: 'client', from: at(3) })).toEqual([]);
    });

    it('is read page by page, whatever is appended meanwhile', async () => {
      const { storage } = given();
      for (let count = 0; count < 5; count += 1) await storage.appendAuditEvent(approval());
      const page = async (before: number | null): Promise<readonly number[]> =>
        (await storage.listAuditEvents(EVERY_AUDIT_EVENT, { before, limit: 2 })).map(
          ({ seq }) => seq,
        );
      expect(await page(null)).toEqual([5, 4]);
      await storage.appendAuditEvent(approval());
      expect(await page(4)).toEqual([3, 2]);
      expect(await page(2)).toEqual([1]);
      expect(await page(1)).toEqual([]);
    });
  });
}

export async function listed(
  storage: Storage,
  filter: Partial<AuditFilter> = {},
): ReturnType<Storage['listAuditEvents']> {
  return storage.listAuditEvents({ ...EVERY_AUDIT_EVENT, ...filter }, { before: null, limit: 100 });
}

/** An event that says something about a client. */
export function approval(
  changes: {
    readonly actor?: number;
    readonly at?: NewAuditEvent['at'];
    readonly id?: string;
    readonly label?: string;
  } = {},
): NewAuditEvent {
  return {
    at: changes.at ?? at(0),
    actor: changes.actor ?? null,
    action: 'client.approved',
    subject: { type: 'client', id: changes.id ?? '7', label: changes.label ?? 'Library' },
    details: { revision: 2 },
  };
}

function settingsChange(changes: Pick<Partial<NewAuditEvent>, 'at'> = {}): NewAuditEvent {
  return {
    at: changes.at ?? at(0),
    actor: null,
    action: 'settings.changed',
    subject: { type: 'settings', id: 'identity', label: 'identity' },
    details: { version: 1 },
  };
}
