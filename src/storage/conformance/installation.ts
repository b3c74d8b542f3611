import { describe, expect, it } from 'vitest';
import { addPerson } from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function installationConformance(given: Given): void {
  describe('an installation', () => {
    it('is empty until there is somebody', async () => {
      const { storage } = given();
      expect(await storage.isEmpty()).toBe(true);
      await addPerson(storage, '1');
      expect(await storage.isEmpty()).toBe(false);
    });

    it('remembers that it once held the demo campus', async () => {
      const { storage, reopen } = given();
      expect(await storage.holdsDemoData()).toBe(false);
      await storage.markDemoData();
      await storage.markDemoData();
      expect(await storage.holdsDemoData()).toBe(true);
      await storage.close();
      expect(await (await reopen()).holdsDemoData()).toBe(true);
    });
  });
}
