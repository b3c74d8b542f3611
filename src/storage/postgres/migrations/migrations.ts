import { type Migration, migrationsOf } from '../../migrations.ts';
import { initialSchema } from './0001-initial-schema.ts';
import { clientLifecycle } from './0003-client-lifecycle.ts';
import { institutionSettings } from './0002-institution-settings.ts';
import { peopleAndAudit } from './0004-people-and-audit.ts';
import { ownAccount } from './0005-own-account.ts';
import { clientActivity } from './0006-client-activity.ts';
import { refreshTokenAge } from './0007-refresh-token-age.ts';
import { clientTeam } from './0008-client-team.ts';
import { activityByMonth } from './0009-activity-by-month.ts';
import { peopleImport } from './0010-people-import.ts';

export const MIGRATIONS: readonly Migration[] = migrationsOf({
  'initial-schema': initialSchema,
  'institution-settings': institutionSettings,
  'client-lifecycle': clientLifecycle,
  'people-and-audit': peopleAndAudit,
  'own-account': ownAccount,
  'client-activity': clientActivity,
  'refresh-token-age': refreshTokenAge,
  'client-team': clientTeam,
  'activity-by-month': activityByMonth,
  'people-import': peopleImport,
});
