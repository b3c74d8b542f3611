import type { Storage } from '../../domain/storage.ts';

/** An empty storage that a test may do anything to. */
export interface StorageUnderTest {
  readonly storage: Storage;
  /** Opens what was stored again, once it was closed. */
  reopen(): Promise<Storage>;
  /** Closes it, should it be open, and removes all traces. */
  remove(): Promise<void>;
}

/** The storage of the running test. */
export type Given = () => StorageUnderTest;
