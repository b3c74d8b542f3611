import { createHash } from 'node:crypto';
import type { AppActivityKind } from '../domain/app-activity.ts';
import type { AuthorizationId } from '../domain/authorization.ts';
import type { ClaimCode } from '../domain/claim.ts';
import type { Instant } from '../domain/clock.ts';

/** Within a second, as the contract of `noteDataRead` says. */
const DELAY_IN_MILLISECONDS = 500;
const HOUR_IN_MILLISECONDS = 3_600_000;

/** What an authorization did in an hour, since the last time it was stored. */
export interface ActivityNote {
  readonly authorizationId: AuthorizationId;
  readonly kind: AppActivityKind;
  /** Hours since 1970. */
  readonly hour: number;
  readonly claims: readonly ClaimCode[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly count: number;
}
type PendingNote = { -readonly [Member in keyof ActivityNote]: ActivityNote[Member] };

/** Counts what apps do, and stores it a little later, many at a time. */
export interface ActivityNotes {
  /** Returns at once. */
  note(event: Pick<ActivityNote, 'authorizationId' | 'kind' | 'claims'>, at: Instant): void;
  /** Stores what is noted now. */
  flush(): Promise<void>;
}

/** @param store adds the notes to what is stored of the same authorization, hour, kind and claims */
export function activityNotes(
  store: (notes: readonly ActivityNote[]) => Promise<void>,
): ActivityNotes {
  let notes = new Map<AuthorizationId, PendingNote[]>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (notes.size === 0) return;
    const stored = [...notes.values()].flat();
    notes = new Map();
    try {
      await store(stored);
    } catch {
      // Only a line of a timeline is lost; that writing fails is told by the writes that matter.
    }
  }

  return {
    note({ authorizationId, kind, claims }, at) {
      const hour = Math.floor(at / HOUR_IN_MILLISECONDS);
      const known = notes.get(authorizationId);
      const same = known?.find(
        (note) => note.hour === hour && note.kind === kind && isSameList(note.claims, claims),
      );
      if (same !== undefined) {
        same.count += 1;
        if (at < same.firstAt) same.firstAt = at;
        if (at > same.lastAt) same.lastAt = at;
        return;
      }
      const note = { authorizationId, kind, hour, claims, firstAt: at, lastAt: at, count: 1 };
      if (known === undefined) notes.set(authorizationId, [note]);
      else known.push(note);
      timer ??= setTimeout(() => void flush(), DELAY_IN_MILLISECONDS).unref();
    },
    flush,
  };
}

function isSameList(one: readonly ClaimCode[], other: readonly ClaimCode[]): boolean {
  return one.length === other.length && one.every((code, index) => code === other[index]);
}

/** Claims as text, and the hash by which rows of the same claims are found: the text can be long. */
export function claimsKey(claims: readonly ClaimCode[]): {
  readonly text: string;
  readonly hash: Uint8Array;
} {
  const text = JSON.stringify(claims);
  return { text, hash: new Uint8Array(createHash('sha256').update(text).digest()) };
}
