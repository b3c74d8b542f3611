import { describe, expect, it } from 'vitest';

import { approval } from '../../src/storage/conformance/audit.ts';
import { addPerson } from '../../src/storage/conformance/campus.ts';
import { openStorage } from './open-storage.ts';

/**
 * Proves that the audit log tells of whoever changes it behind the program's back.
 * @param given the database of the running test, which does not exist yet or is empty
 * @param execute runs SQL on it
 */
export function auditTampering(given: () => string, execute: (sql: string) => Promise<void>): void {
  async function tamperedWith(sql: string): Promise<unknown> {
    const storage = await openStorage(given());
    try {
      const actor = await addPerson(storage, '1');
      for (let count = 0; count < 9; count += 1) {
        await storage.appendAuditEvent(approval({ actor }));
      }
      expect(await storage.verifyAuditChain()).toMatchObject({ type: 'intact' });
      await execute(sql);
      return await storage.verifyAuditChain();
    } finally {
      await storage.close();
    }
  }

  describe('the audit log tells, by its number, of the first event', () => {
    it.each([
      'at = at + 1',
      'actor = 77',
      `actor_name = 'Somebody Else'`,
      'actor = NULL, actor_name = NULL',
      `action = 'client.rejected'`,
      `subject_id = '8'`,
      `subject_label = 'Another app'`,
      `details = '{"revision":3}'`,
      `details = 'no JSON'`,
      `hash = '${'a'.repeat(64)}'`,
      `previous_hash = '${'a'.repeat(64)}'`,
    ])('that was altered: SET %s', async (change) => {
      expect(await tamperedWith(`UPDATE audit_event SET ${change} WHERE seq = 4`)).toEqual({
        type: 'broken',
        seq: 4,
        problem: 'altered',
      });
    });

    it('that was removed from the middle', async () => {
      const verified = await tamperedWith('DELETE FROM audit_event WHERE seq BETWEEN 4 AND 5');
      expect(verified).toEqual({ type: 'broken', seq: 4, problem: 'missing' });
    });

    it('that was cut off the end', async () => {
      const verified = await tamperedWith('DELETE FROM audit_event WHERE seq > 7');
      expect(verified).toEqual({ type: 'broken', seq: 8, problem: 'missing' });
    });

    it('of a log that was emptied', async () => {
      const verified = await tamperedWith('DELETE FROM audit_event');
      expect(verified).toEqual({ type: 'broken', seq: 1, problem: 'missing' });
    });

    it('that was added', async () => {
      const verified = await tamperedWith(
        `INSERT INTO audit_event SELECT 10, at, actor, actor_name, action, subject_type, subject_id,
           subject_label, details, hash, hash FROM audit_event WHERE seq = 9`,
      );
      expect(verified).toEqual({ type: 'broken', seq: 10, problem: 'altered' });
    });

    it('that is not the one the head names', async () => {
      const verified = await tamperedWith(`UPDATE audit_head SET hash = '${'a'.repeat(64)}'`);
      expect(verified).toEqual({ type: 'broken', seq: 9, problem: 'altered' });
    });

    it('beyond the head', async () => {
      const verified = await tamperedWith('UPDATE audit_head SET seq = 8');
      expect(verified).toEqual({ type: 'broken', seq: 9, problem: 'added' });
    });
  });
}
