import { type Migration, migrationsOf } from '../../migrations.ts';
import { initialSchema } from './0001-initial-schema.ts';
import { institutionSettings } from './0002-institution-settings.ts';

export const MIGRATIONS: readonly Migration[] = migrationsOf({
  'initial-schema': initialSchema,
  'institution-settings': institutionSettings,
});
