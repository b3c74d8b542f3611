import type { Instant } from '../domain/clock.ts';

/** Within a second, as the contract of `noteDataRead` says. */
const DELAY_IN_MILLISECONDS = 500;

/** Remembers when something was last seen, and stores it a little later, many at a time. */
export interface CoalescedNotes<Note = Instant> {
  /** Returns at once. */
  note(id: number, note: Note): void;
  /** Stores what is noted now. */
  flush(): Promise<void>;
}

/** @param store keeps the latest instant of each id */
export function coalescedNotes(
  store: (notes: ReadonlyMap<number, Instant>) => Promise<void>,
): CoalescedNotes {
  return latestNotes((at) => at, store);
}

/**
 * For notes that say more than when.
 * @param instantOf when it was
 * @param store keeps the latest note of each id
 */
export function latestNotes<Note>(
  instantOf: (note: Note) => Instant,
  store: (notes: ReadonlyMap<number, Note>) => Promise<void>,
): CoalescedNotes<Note> {
  let notes = new Map<number, Note>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (notes.size === 0) return;
    const stored = notes;
    notes = new Map();
    try {
      await store(stored);
    } catch {
      // Only a hint to the person is lost; that writing fails is told by the writes that matter.
    }
  }

  return {
    note(id, note) {
      const known = notes.get(id);
      if (known === undefined || instantOf(known) < instantOf(note)) notes.set(id, note);
      timer ??= setTimeout(() => void flush(), DELAY_IN_MILLISECONDS).unref();
    },
    flush,
  };
}
