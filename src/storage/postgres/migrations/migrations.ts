import { type Migration, migrationsOf } from '../../migrations.ts';
import { initialSchema } from './0001-initial-schema.ts';

export const MIGRATIONS: readonly Migration[] = migrationsOf({
  'initial-schema': initialSchema,
});
