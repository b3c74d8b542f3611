import { type ExpressionBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/clock.ts';
import type { ImportPhase, PeopleImportStore } from '../../domain/people-import.ts';
import { readNames } from './account-names.ts';
import { importReportFromText } from './json-text.ts';
import { change, readSnapshot, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

const RUNNING: readonly ImportPhase[] = ['checking', 'importing'];

/** The table has one row at most, so that whoever begins, confirms or dismisses at the same time takes turns. */
export function peopleImportStore(database: RelationalDatabase): PeopleImportStore {
  return {
    async findPeopleImport() {
      return readSnapshot(database, async (transaction) => {
        const row = await transaction.selectFrom('people_import').selectAll().executeTakeFirst();
        if (row === undefined) return undefined;
        const names = await readNames(transaction, [row.started_by]);
        return {
          number: row.number,
          fileName: row.file_name,
          format: row.format,
          size: row.size,
          startedAt: row.started_at,
          startedByName: names.get(row.started_by) ?? '',
          phase: row.phase,
          progress: { bytes: row.bytes, people: row.people },
          result: row.result === null ? null : importReportFromText(row.result),
          seenAt: row.seen_at,
        };
      });
    },

    async beginPeopleImport({ startedAt, deadSince, ...begun }) {
      const row = {
        file_name: begun.fileName,
        format: begun.format,
        size: begun.size,
        started_at: startedAt,
        started_by: begun.startedBy,
        phase: 'checking',
        bytes: 0,
        people: 0,
        result: null,
        seen_at: startedAt,
        confirmed_by: null,
      } as const;
      // After a row was removed, numbers go on nevertheless: they are never below the time.
      const next = sql<number>`CASE WHEN people_import.number < ${startedAt} THEN ${startedAt} ELSE people_import.number + 1 END`;
      const written = await change(database, async (transaction) =>
        transaction
          .insertInto('people_import')
          .values({ id: 1, number: startedAt, ...row })
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet({ number: next, ...row })
              .where(mayGo(deadSince)),
          )
          .returning('number')
          .executeTakeFirst(),
      );
      return written?.number ?? 'busy';
    },

    async keepPeopleImport(number, { at, progress }) {
      const row = await change(database, async (transaction) =>
        transaction
          .updateTable('people_import')
          .set({ seen_at: at, ...progress })
          .where('number', '=', number)
          .returning(['phase', 'confirmed_by'])
          .executeTakeFirst(),
      );
      return row === undefined ? undefined : { phase: row.phase, confirmedBy: row.confirmed_by };
    },

    async confirmPeopleImport(number, { by, deadSince }) {
      const { numUpdatedRows } = await change(database, async (transaction) =>
        transaction
          .updateTable('people_import')
          .set({ phase: 'importing', confirmed_by: by, bytes: 0, people: 0, result: null })
          .where('number', '=', number)
          .where('phase', '=', 'checked')
          .where('seen_at', '>', deadSince)
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows > 0n;
    },

    async endPeopleImport(number, { phase, progress, result, at }) {
      await change(database, async (transaction) =>
        transaction
          .updateTable('people_import')
          .set({
            phase,
            ...progress,
            result: result === null ? null : JSON.stringify(result),
            seen_at: at,
          })
          .where('number', '=', number)
          .execute(),
      );
    },

    async dismissPeopleImport(number, deadSince) {
      await change(database, async (transaction) =>
        transaction
          .deleteFrom('people_import')
          .where('number', '=', number)
          .where(mayGo(deadSince))
          .execute(),
      );
    },
  };
}

/** Of one that does not run, or whose process is dead. */
function mayGo(deadSince: Instant) {
  return (row: ExpressionBuilder<Schema, 'people_import'>) =>
    row.or([
      row('people_import.phase', 'not in', RUNNING),
      row('people_import.seen_at', '<=', deadSince),
    ]);
}
