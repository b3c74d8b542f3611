import type { ClientActivityNote, ClientAttempt, UsageKind } from '../domain/client-activity.ts';

/** Within a second, as the contract of `noteClientActivity` says. */
const DELAY_IN_MILLISECONDS = 500;

/** As many as are kept of an app in an environment, so none of the newest is lost. */
export const KEPT_ATTEMPTS = 100;

/** Of all apps together, between two times of storing. */
const MOST_PENDING_ATTEMPTS = 2000;

type Counted = Pick<ClientActivityNote, 'clientNumber' | 'environment' | 'day'>;
export type UsageNote = Counted & { readonly kind: UsageKind; readonly count: number };
export type AttemptNote = Omit<Counted, 'day'> & { readonly attempt: ClientAttempt };

/** What is stored at a time. */
export interface PendingActivity {
  /** In an order that is the same in every process. */
  readonly usage: readonly UsageNote[];
  /** Oldest first. */
  readonly attempts: readonly AttemptNote[];
}

/** Counts what apps do, and stores it a little later, many at a time. */
export interface ClientActivityNotes {
  /** Returns at once. */
  note(note: ClientActivityNote): void;
  /** Stores what is noted now, and waits for what is being stored. */
  flush(): Promise<void>;
}

export function clientActivityNotes(
  store: (pending: PendingActivity) => Promise<void>,
): ClientActivityNotes {
  let usage = new Map<string, UsageNote & { count: number }>();
  let attempts: AttemptNote[] = [];
  let timer: NodeJS.Timeout | undefined;
  let storing: Promise<void> = Promise.resolve();

  async function storePending(): Promise<void> {
    if (usage.size === 0 && attempts.length === 0) return;
    const inOrder = [...usage].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const pending = { usage: inOrder.map(([, note]) => note), attempts: newestOfEach(attempts) };
    usage = new Map();
    attempts = [];
    try {
      await store(pending);
    } catch {
      // Only what a developer would have seen is lost; that writing fails is told by the writes that matter.
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    storing = storing.then(storePending);
    await storing;
  }

  return {
    note({ clientNumber, environment, day, kind, attempt }) {
      if (kind !== null) {
        const key = `${clientNumber} ${environment} ${day} ${kind}`;
        const known = usage.get(key);
        if (known === undefined) usage.set(key, { clientNumber, environment, day, kind, count: 1 });
        else known.count += 1;
      }
      if (attempt !== null && attempts.length < MOST_PENDING_ATTEMPTS) {
        attempts.push({ clientNumber, environment, attempt });
      }
      timer ??= setTimeout(() => void flush(), DELAY_IN_MILLISECONDS).unref();
    },
    flush,
  };
}

function newestOfEach(attempts: readonly AttemptNote[]): readonly AttemptNote[] {
  const byClient = Map.groupBy(
    attempts,
    ({ clientNumber, environment }) => `${clientNumber} ${environment}`,
  );
  return [...byClient.values()].flatMap((notes) => notes.slice(-KEPT_ATTEMPTS));
}
