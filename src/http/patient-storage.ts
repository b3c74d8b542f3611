import { type Storage, StorageUnavailableError } from '../domain/storage.ts';

/**
 * Milliseconds that a request waits for the database, all it asks together: below the 30 seconds after which clients
 * give up, and far above what anything here takes. Each question has a limit of its own, but a request has many.
 */
const PATIENCE = 20_000;
/** In milliseconds. What is answered within it does not count, so that a long request of many quick questions goes on. */
const SLICE = 500;

type Ask = (...parameters: readonly unknown[]) => Promise<unknown>;

/**
 * The storage for one request. When its patience is over, what it waits for and what it asks afterwards is rejected
 * with a `StorageUnavailableError`: the answer is 503, and nothing goes on behind it.
 */
export function patientStorage(storage: Storage, patience = PATIENCE): Storage {
  let slicesLeft = patience / SLICE;
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Set<() => void>();

  function waitOn(): void {
    timer = setTimeout(() => {
      slicesLeft -= 1;
      if (slicesLeft > 0) waitOn();
      else for (const giveUp of waiting) giveUp();
    }, SLICE);
  }

  async function inTime(ask: Ask, parameters: readonly unknown[]): Promise<unknown> {
    if (slicesLeft <= 0) throw tooSlow();
    if (waiting.size === 0) waitOn();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const giveUp = (): void => reject(tooSlow());
    waiting.add(giveUp);
    try {
      return await Promise.race([ask(...parameters), late]);
    } finally {
      waiting.delete(giveUp);
      if (waiting.size === 0) clearTimeout(timer);
    }
  }

  return new Proxy(storage, {
    get(target, name: keyof Storage) {
      // Notes return at once and ask nothing.
      if (name.startsWith('note') || name === 'close') return target[name];
      return async (...parameters: readonly unknown[]) => inTime(target[name] as Ask, parameters);
    },
  });
}

function tooSlow(): StorageUnavailableError {
  return new StorageUnavailableError('The database is too slow for this request.');
}
