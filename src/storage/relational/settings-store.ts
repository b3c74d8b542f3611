import type { SettingsStore } from '../../domain/settings.ts';
import { readNames } from './account-names.ts';
import { recordAuditEvent } from './audit-log.ts';
import { settingsFromText } from './json-text.ts';
import { change, readSnapshot, type RelationalDatabase } from './relational-database.ts';

export function settingsStore(database: RelationalDatabase): SettingsStore {
  return {
    async readSettings() {
      const rows = await database.reading
        .selectFrom('setting')
        .where('version', '=', (db) =>
          db
            .selectFrom('setting as newer')
            .whereRef('newer.concern', '=', 'setting.concern')
            .select((all) => all.fn.max('newer.version').as('version')),
        )
        .orderBy('concern')
        .select(['concern', 'version', 'document'])
        .execute();
      return rows.map((row) => ({ ...row, document: settingsFromText(row.document) }));
    },

    async changeSettings({ concern, document, expectedVersion, actor, at }) {
      return change(database, async (transaction) => {
        const version = await transaction
          .selectFrom('setting')
          .where('concern', '=', concern)
          .orderBy('version', 'desc')
          .select('version')
          .limit(1)
          .executeTakeFirst();
        if ((version?.version ?? 0) !== expectedVersion) return 'changed-meanwhile';
        // A version is written once, whoever reads the same one at the same time.
        const written = await transaction
          .insertInto('setting')
          .values({
            concern,
            version: expectedVersion + 1,
            document: JSON.stringify(document),
            at,
            actor,
          })
          .onConflict((conflict) => conflict.columns(['concern', 'version']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (written === undefined) return 'changed-meanwhile';
        await recordAuditEvent(transaction, {
          at,
          actor,
          action: 'settings.changed',
          subject: { type: 'settings', id: concern, label: concern },
          details: { version: expectedVersion + 1 },
        });
        return 'changed';
      });
    },

    async listSettingsHistory(limit) {
      return readSnapshot(database, async (transaction) => {
        const rows = await transaction
          .selectFrom('setting')
          .leftJoin('setting as earlier', (join) =>
            join
              .onRef('earlier.concern', '=', 'setting.concern')
              .on((one) => one('earlier.version', '=', one('setting.version', '-', 1))),
          )
          .orderBy('setting.id', 'desc')
          .limit(limit)
          .select([
            'setting.concern',
            'setting.version',
            'setting.document',
            'setting.at',
            'setting.actor',
            'earlier.document as before',
          ])
          .execute();
        const names = await readNames(
          transaction,
          rows.flatMap(({ actor }) => actor ?? []),
        );
        return rows.map(({ actor, document, before, ...row }) => ({
          ...row,
          document: settingsFromText(document),
          actor,
          actorName: actor === null ? null : (names.get(actor) ?? null),
          before: before === null ? null : settingsFromText(before),
        }));
      });
    },
  };
}
