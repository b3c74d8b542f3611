import { createHash } from 'node:crypto';
import type { AppActivityKind } from '../domain/app-activity.ts';
import type { AuthorizationId } from '../domain/authorization.ts';
import type { ClaimCode } from '../domain/claim.ts';
import type { Instant } from '../domain/clock.ts';

/** In milliseconds. Within a second, as the contract of `noteDataRead` says. */
const FIRST_DELAY = 500;
/** In milliseconds. Within half a minute, as the contract says of what only counts further. */
const FURTHER_DELAY = 25_000;
/** Written at once, so that no answer waits long for them. */
const SLICE = 200;
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
  /** Stores what is noted now, and waits for what is being stored. */
  flush(): Promise<void>;
}

/**
 * What is new is stored at once, so that people see it; what only counts further a good while later, because an app
 * that reads all day would else be written twice a second.
 * @param store adds the notes to what is stored of the same authorization, hour, kind and claims
 */
export function activityNotes(
  store: (notes: readonly ActivityNote[]) => Promise<void>,
): ActivityNotes {
  let known = new Map<AuthorizationId, PendingNote[]>();
  let fresh: PendingNote[] = [];
  let firstTimer: NodeJS.Timeout | undefined;
  let furtherTimer: NodeJS.Timeout | undefined;
  let storing: Promise<void> = Promise.resolve();

  async function storeInSlices(notes: readonly ActivityNote[]): Promise<void> {
    for (let start = 0; start < notes.length; start += SLICE) {
      try {
        await store(notes.slice(start, start + SLICE));
      } catch {
        // Only lines of a timeline are lost; that writing fails is told by the writes that matter.
      }
    }
  }

  async function afterOthers(notes: readonly ActivityNote[]): Promise<void> {
    storing = storing.then(async () => storeInSlices(notes));
    await storing;
  }

  async function storeFresh(): Promise<void> {
    firstTimer = undefined;
    const notes = fresh.map((note) => ({ ...note }));
    for (const note of fresh) note.count = 0;
    fresh = [];
    await afterOthers(notes);
  }

  async function flush(): Promise<void> {
    clearTimeout(firstTimer);
    clearTimeout(furtherTimer);
    firstTimer = undefined;
    furtherTimer = undefined;
    const notes = [...known.values()].flat().filter(({ count }) => count > 0);
    known = new Map();
    fresh = [];
    await afterOthers(notes);
  }

  function remember(note: PendingNote): void {
    const ofSame = known.get(note.authorizationId);
    if (ofSame === undefined) known.set(note.authorizationId, [note]);
    else ofSame.push(note);
    fresh.push(note);
    firstTimer ??= setTimeout(() => void storeFresh(), FIRST_DELAY).unref();
    furtherTimer ??= setTimeout(() => void flush(), FURTHER_DELAY).unref();
  }

  return {
    note({ authorizationId, kind, claims }, at) {
      const hour = Math.floor(at / HOUR_IN_MILLISECONDS);
      const same = known
        .get(authorizationId)
        ?.find(
          (note) => note.hour === hour && note.kind === kind && isSameList(note.claims, claims),
        );
      if (same === undefined) {
        remember({ authorizationId, kind, hour, claims, firstAt: at, lastAt: at, count: 1 });
        return;
      }
      if (same.count === 0 || at < same.firstAt) same.firstAt = at;
      if (same.count === 0 || at > same.lastAt) same.lastAt = at;
      same.count += 1;
    },
    flush,
  };
}

function isSameList(one: readonly ClaimCode[], other: readonly ClaimCode[]): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((code, index) => code === other[index]);
}

/** Claims as stored: the text can be long, so rows of the same claims are found by a hash. */
interface ClaimsKey {
  readonly text: string;
  readonly hash: Uint8Array;
}

/** Few lists are noted again and again. */
const keys = new WeakMap<readonly ClaimCode[], ClaimsKey>();

export function claimsKey(claims: readonly ClaimCode[]): ClaimsKey {
  const known = keys.get(claims);
  if (known !== undefined) return known;
  const text = JSON.stringify(claims);
  const key = { text, hash: new Uint8Array(createHash('sha256').update(text).digest()) };
  keys.set(claims, key);
  return key;
}
