import { describe, expect, it } from 'vitest';
import { instant } from '../domain/clock.ts';
import { type Storage, StorageUnavailableError } from '../domain/storage.ts';
import { type Engine, guardedStorage } from './guarded-storage.ts';

const full = new Error('disk full');

function guarded(stores: Partial<Storage>, engine: Partial<Engine> = {}): Storage {
  return guardedStorage(stores as Storage, {
    isUnavailable: (error) => error === full,
    close: async () => undefined,
    ...engine,
  });
}

describe('a guarded storage', () => {
  it('answers what the engine answers, to whom it asked', async () => {
    const storage = guarded({ pruneExpired: async (at) => at + 1 });
    expect(await storage.pruneExpired(instant(41))).toBe(42);
  });

  it('says that the database cannot serve, and why', async () => {
    const storage = guarded({
      async isEmpty() {
        throw full;
      },
    });
    const asked = storage.isEmpty();
    await expect(asked).rejects.toBeInstanceOf(StorageUnavailableError);
    await expect(asked).rejects.toMatchObject({ cause: full });
  });

  it('passes on every other error as it is', async () => {
    const defect = new TypeError('not a function');
    const storage = guarded({
      async isEmpty() {
        throw defect;
      },
    });
    await expect(storage.isEmpty()).rejects.toBe(defect);
  });

  it('closes the engine once nothing is under way, and once', async () => {
    const events: string[] = [];
    let finish: (() => void) | undefined;
    const storage = guarded(
      {
        async isEmpty() {
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          events.push('finished');
          return true;
        },
      },
      {
        async close() {
          events.push('closed');
        },
      },
    );
    const asked = storage.isEmpty();
    const closing = [storage.close(), storage.close()];
    await expect(storage.isEmpty()).rejects.toThrow('The storage is closed.');
    expect(events).toEqual([]);
    finish?.();
    await Promise.all([asked, ...closing]);
    expect(events).toEqual(['finished', 'closed']);
  });

  it('closes although what was under way failed', async () => {
    const storage = guarded({
      async isEmpty() {
        await Promise.resolve();
        throw full;
      },
    });
    const asked = storage.isEmpty();
    const closing = storage.close();
    await expect(asked).rejects.toBeInstanceOf(StorageUnavailableError);
    await closing;
  });

  it('takes notes until it is closed', async () => {
    const notes: number[] = [];
    const storage = guarded({
      noteDataRead(id) {
        notes.push(id);
      },
    });
    storage.noteDataRead(1, instant(0), []);
    await storage.close();
    storage.noteDataRead(2, instant(0), []);
    expect(notes).toEqual([1]);
  });
});
