import type { ClientActivityNote, ClientAttempt, UsageKind } from '../domain/client-activity.ts';

/** Within a second, as the contract of `noteClientActivity` says. */
const DELAY_IN_MILLISECONDS = 500;

/** As many as are kept of an app in an environment, so none of the newest is lost. */
export const KEPT_ATTEMPTS = 100;

/** Apps, each in its environment, whose attempts are remembered between two times of storing. */
const MOST_PENDING_CLIENTS = 500;

type Counted = Pick<ClientActivityNote, 'clientNumber' | 'environment' | 'day'>;
type UsageNote = Counted & { readonly kind: UsageKind; readonly count: number };
type AttemptNote = Omit<Counted, 'day'> & { readonly attempt: ClientAttempt };

/** What is stored at a time. */
export interface PendingActivity {
  /** In an order that is the same in every process. */
  readonly usage: readonly UsageNote[];
  /** Those of one client in one environment oldest first. */
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
  let attempts = new Map<string, AttemptNote[]>();
  let timer: NodeJS.Timeout | undefined;
  let storing: Promise<void> = Promise.resolve();

  async function storePending(): Promise<void> {
    if (usage.size === 0 && attempts.size === 0) return;
    const inOrder = [...usage].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const pending = {
      usage: inOrder.map(([, note]) => note),
      attempts: newestOfEach(attempts.values()),
    };
    usage = new Map();
    attempts = new Map();
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

  function remember(note: AttemptNote): void {
    const key = `${note.clientNumber} ${note.environment}`;
    const known = attempts.get(key);
    if (known === undefined) {
      if (attempts.size < MOST_PENDING_CLIENTS) attempts.set(key, [note]);
      return;
    }
    known.push(note);
    // Now and then, because moving all of them each time would take long.
    if (known.length === 2 * KEPT_ATTEMPTS) known.splice(0, KEPT_ATTEMPTS);
  }

  return {
    note({ clientNumber, environment, day, kind, attempt }) {
      if (kind !== null) {
        const key = `${clientNumber} ${environment} ${day} ${kind}`;
        const known = usage.get(key);
        if (known === undefined) usage.set(key, { clientNumber, environment, day, kind, count: 1 });
        else known.count += 1;
      }
      if (attempt !== null) remember({ clientNumber, environment, attempt });
      timer ??= setTimeout(() => void flush(), DELAY_IN_MILLISECONDS).unref();
    },
    flush,
  };
}

function newestOfEach(attempts: Iterable<readonly AttemptNote[]>): readonly AttemptNote[] {
  return [...attempts].flatMap((notes) => notes.slice(-KEPT_ATTEMPTS));
}
