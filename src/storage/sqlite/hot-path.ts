import type { DatabaseSync } from 'node:sqlite';
import type { GroupCommit } from './group-commit.ts';

/** What the stores work with that are written by hand for speed. */
export interface HotPath {
  /** Sees every write that was answered, and waits for none. */
  readonly reader: DatabaseSync;
  /** Only for statements run inside of `write`. */
  readonly writer: DatabaseSync;
  readonly write: GroupCommit['write'];
}
