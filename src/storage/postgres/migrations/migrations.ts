import { type Migration, migrationsOf } from '../../migrations.ts';
import { initialSchema } from './0001-initial-schema.ts';
import { institutionSettings } from './0002-institution-settings.ts';
import { peopleAndAudit } from './0004-people-and-audit.ts';

export const MIGRATIONS: readonly Migration[] = migrationsOf({
  'initial-schema': initialSchema,
  'institution-settings': institutionSettings,
  'people-and-audit': peopleAndAudit,
});
