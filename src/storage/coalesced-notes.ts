import type { Instant } from '../domain/clock.ts';

/** Within a second, as the contract of `noteDataRead` says. */
const DELAY_IN_MILLISECONDS = 500;

/** Remembers when something was last seen, and stores it a little later, many at a time. */
export interface CoalescedNotes {
  /** Returns at once. */
  note(id: number, at: Instant): void;
  /** Stores what is noted now. */
  flush(): Promise<void>;
}

/** @param store keeps the latest instant of each id */
export function coalescedNotes(
  store: (notes: ReadonlyMap<number, Instant>) => Promise<void>,
): CoalescedNotes {
  let notes = new Map<number, Instant>();
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
    note(id, at) {
      const known = notes.get(id);
      if (known === undefined || known < at) notes.set(id, at);
      timer ??= setTimeout(() => void flush(), DELAY_IN_MILLISECONDS).unref();
    },
    flush,
  };
}
