import { type Storage, StorageUnavailableError } from '../domain/storage.ts';

/** What an engine tells about itself. */
export interface Engine {
  /** Whether an error says that the database cannot serve now, rather than that something is wrong with the question. */
  readonly isUnavailable: (error: unknown) => boolean;
  /** Stores what is pending, and closes. Nothing is under way then. */
  readonly close: () => Promise<void>;
}

type Method = (...parameters: readonly unknown[]) => Promise<unknown>;

/**
 * The stores of an engine as one storage: an error that is no fault of the question becomes a
 * `StorageUnavailableError`, and closing waits for what was asked for before and refuses the rest.
 */
export function guardedStorage(stores: Omit<Storage, 'close'>, engine: Engine): Storage {
  let underWay = 0;
  let becameIdle: (() => void) | undefined;
  let closing: Promise<void> | undefined;

  function guard(method: Method): Method {
    return async (...parameters) => {
      if (closing !== undefined) throw new Error('The storage is closed.');
      underWay += 1;
      try {
        return await method(...parameters);
      } catch (error) {
        if (!engine.isUnavailable(error)) throw error;
        throw new StorageUnavailableError('The database cannot serve now.', { cause: error });
      } finally {
        underWay -= 1;
        if (underWay === 0) becameIdle?.();
      }
    };
  }

  async function close(): Promise<void> {
    if (underWay > 0) {
      await new Promise<void>((resolve) => {
        becameIdle = resolve;
      });
    }
    await engine.close();
  }

  // No promises: a note is taken or, once it is too late, dropped.
  const { noteAllowed, noteClientActivity, noteDataRead, noteSecretUsed, ...methods } = stores;
  const guarded = Object.entries(methods).map(([name, method]) => [name, guard(method as Method)]);
  return {
    ...(Object.fromEntries(guarded) as typeof methods),
    noteAllowed(...note) {
      if (closing === undefined) noteAllowed(...note);
    },
    noteClientActivity(note) {
      if (closing === undefined) noteClientActivity(note);
    },
    noteDataRead(...note) {
      if (closing === undefined) noteDataRead(...note);
    },
    noteSecretUsed(id, use) {
      if (closing === undefined) noteSecretUsed(id, use);
    },
    close: async () => (closing ??= close()),
  };
}
