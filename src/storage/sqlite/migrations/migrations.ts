import type { Migration } from '../migrate.ts';
import { initialSchema } from './0001-initial-schema.ts';

/** In order, without gaps. A released one is never edited: its checksum is stored. */
export const MIGRATIONS: readonly Migration[] = [initialSchema];
