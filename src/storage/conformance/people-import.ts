import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../domain/account.ts';
import { importFault } from '../../domain/import-problem.ts';
import type { ImportReport } from '../../domain/people-import.ts';
import type { Storage } from '../../domain/storage.ts';
import { addPerson, at, atOnce, DAY } from './campus.ts';
import type { Given } from './storage-under-test.ts';

const RESULT: ImportReport = {
  type: 'imported',
  created: 2,
  updated: 1,
  unchanged: 0,
  leftOut: 1,
  problems: [{ line: 3, column: 'roles', fault: importFault('no-role', 'Zwölf \u0000\u2028') }],
  problemCount: 1,
};
const PROGRESS = { bytes: 100, people: 4 };

async function begin(
  storage: Storage,
  startedBy: AccountId,
  { seconds = 0, deadAfter = 60 }: { seconds?: number; deadAfter?: number } = {},
): Promise<number | 'busy'> {
  return storage.beginPeopleImport({
    fileName: 'people.csv',
    format: 'csv',
    size: 4000,
    startedAt: at(seconds),
    startedBy,
    deadSince: at(seconds - deadAfter),
  });
}

async function begun(storage: Storage, startedBy: AccountId, seconds = 0): Promise<number> {
  const number = await begin(storage, startedBy, { seconds });
  if (number === 'busy') throw new Error(number);
  return number;
}

export function peopleImportConformance(given: Given): void {
  describe('an import of people', () => {
    it('is shown by whoever opens the database later, at each step', async () => {
      const { storage, reopen } = given();
      expect(await storage.findPeopleImport()).toBeUndefined();
      const maintainer = await addPerson(storage, '1');
      const number = await begun(storage, maintainer);
      const started = {
        number,
        fileName: 'people.csv',
        format: 'csv',
        size: 4000,
        startedAt: at(0),
        startedByName: 'Name of 1',
        phase: 'checking',
        progress: { bytes: 0, people: 0 },
        result: null,
        seenAt: at(0),
      };
      expect(await storage.findPeopleImport()).toEqual(started);
      expect(await storage.keepPeopleImport(number, { at: at(2), progress: PROGRESS })).toEqual({
        phase: 'checking',
        confirmedBy: null,
      });
      const noted = { ...started, progress: PROGRESS, seenAt: at(2) };
      expect(await storage.findPeopleImport()).toEqual(noted);
      const ended = { phase: 'checked', progress: PROGRESS, result: RESULT } as const;
      await storage.endPeopleImport(number, { ...ended, at: at(3) });
      await storage.close();
      expect(await (await reopen()).findPeopleImport()).toEqual({
        ...noted,
        ...ended,
        seenAt: at(3),
      });
    });

    it('is one at a time: of many who begin at once, one does', async () => {
      const { storage } = given();
      const maintainer = await addPerson(storage, '1');
      const outcomes = await atOnce(10, async () => begin(storage, maintainer));
      expect(outcomes.filter((outcome) => outcome !== 'busy')).toHaveLength(1);
      expect(await begin(storage, maintainer, { seconds: 59 })).toBe('busy');
    });

    it('gives way once its process was not seen for long', async () => {
      const { storage } = given();
      const maintainer = await addPerson(storage, '1');
      const number = await begun(storage, maintainer);
      await storage.keepPeopleImport(number, { at: at(10), progress: PROGRESS });
      expect(await begin(storage, maintainer, { seconds: 69 })).toBe('busy');
      const next = await begun(storage, maintainer, 70);
      expect(next).toBeGreaterThan(number);
      // The process was alive after all: it learns of it, and changes nothing any more.
      const seen = { at: at(71), progress: PROGRESS };
      expect(await storage.keepPeopleImport(number, seen)).toBeUndefined();
      await storage.endPeopleImport(number, { ...seen, phase: 'imported', result: RESULT });
      expect(await storage.findPeopleImport()).toMatchObject({ number: next, phase: 'checking' });
    });

    it('is confirmed once, as it was shown, while its process lives', async () => {
      const { storage } = given();
      const maintainer = await addPerson(storage, '1');
      const other = await addPerson(storage, '2');
      const number = await begun(storage, maintainer);
      const confirmed = { by: other, deadSince: at(-1) };
      expect(await storage.confirmPeopleImport(number, confirmed)).toBe(false);
      const ended = { phase: 'checked', progress: PROGRESS, result: RESULT } as const;
      await storage.endPeopleImport(number, { ...ended, at: at(3) });
      expect(await storage.confirmPeopleImport(number + 1, confirmed)).toBe(false);
      const late = { by: other, deadSince: at(3) };
      expect(await storage.confirmPeopleImport(number, late)).toBe(false);
      const outcomes = await atOnce(10, async () => storage.confirmPeopleImport(number, confirmed));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await storage.keepPeopleImport(number, { at: at(4), progress: PROGRESS })).toEqual({
        phase: 'importing',
        confirmedBy: other,
      });
      expect(await storage.findPeopleImport()).toMatchObject({ phase: 'importing', result: null });
    });

    it('is dismissed unless it runs, and its number does not come again', async () => {
      const { storage } = given();
      const maintainer = await addPerson(storage, '1');
      const number = await begun(storage, maintainer);
      await storage.dismissPeopleImport(number, at(-1));
      expect(await storage.findPeopleImport()).toBeDefined();
      await storage.endPeopleImport(number, {
        phase: 'failed',
        progress: PROGRESS,
        result: null,
        at: at(3),
      });
      await storage.dismissPeopleImport(number + 1, at(-1));
      expect(await storage.findPeopleImport()).toBeDefined();
      await storage.dismissPeopleImport(number, at(-1));
      expect(await storage.findPeopleImport()).toBeUndefined();
      const next = await begun(storage, maintainer, 10);
      expect(next).toBeGreaterThan(number);
      // Its process died.
      await storage.dismissPeopleImport(next, at(10));
      expect(await storage.findPeopleImport()).toBeUndefined();
    });

    it('is forgotten a month after it was last seen', async () => {
      const { storage } = given();
      await begun(storage, await addPerson(storage, '1'));
      expect(await storage.pruneExpired(at(31 * DAY - 1))).toBe(0);
      expect(await storage.pruneExpired(at(31 * DAY))).toBe(1);
      expect(await storage.findPeopleImport()).toBeUndefined();
    });
  });
}
