import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { LentConnection } from './connection-pool.ts';
import type { HotPath } from './hot-path.ts';
import { isLockTimeout } from './postgres-error.ts';

/** Ours among the advisory locks of the database; held by whoever changes the partitions. */
const LOCK = 66_647_680;
/** Made ahead: this month, and two more in case nobody comes for a while. */
const MONTHS_AHEAD = 2;
const YEAR = 366 * 24 * 60 * 60;
const HOUR_IN_MILLISECONDS = 3_600_000;

/** A part of `app_activity`: of the hours from `from` until before `to`. */
interface Partition {
  readonly name: string;
  /** null: all before `to` */
  readonly from: number | null;
  readonly to: number;
}

/** Keeps what apps did by the month, so that a month that is over a year old goes at once, and leaves no dead rows. */
export interface ActivityPartitions {
  /**
   * Makes the partitions of the coming months, and drops those of which every row is over a year old.
   * @returns how many rows went
   */
  tend(at: Instant): Promise<number>;
}

export function activityPartitions({ prepare, transaction }: HotPath): ActivityPartitions {
  // The bounds as PostgreSQL writes them: FOR VALUES FROM ('490896') TO ('491640'), FROM (MINVALUE) TO ('491640'), DEFAULT.
  const list = prepare<Partition, []>(
    'list-activity-partitions',
    `SELECT name, substring(bound FROM 'FROM \\(''?(\\d+)')::bigint AS "from",
       substring(bound FROM 'TO \\(''?(\\d+)')::bigint AS "to"
     FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid
       CROSS JOIN LATERAL (SELECT relname::text AS name, pg_get_expr(relpartbound, part.oid) AS bound) AS told
     WHERE inhparent = 'app_activity'::regclass AND bound <> 'DEFAULT'`,
  );

  return {
    async tend(at) {
      const known = await list.all();
      const over = known.filter(({ to }) => to <= hourOf(addSeconds(at, -YEAR)));
      const missing = monthsFrom(at).filter(
        (month) => !known.some((one) => (one.from ?? 0) < month.to && month.from < one.to),
      );
      if (over.length === 0 && missing.length === 0) return 0;
      try {
        return await transaction(async (connection) => {
          if (!(await becomeTheOneWhoTends(connection))) return 0;
          for (const month of missing) await make(connection, month);
          let removed = 0;
          for (const { name } of over) removed += await drop(connection, name);
          return removed;
        });
      } catch (error) {
        // Somebody reads for long. There is time until the next round.
        if (isLockTimeout(error)) return 0;
        throw error;
      }
    },
  };
}

async function becomeTheOneWhoTends(connection: LentConnection): Promise<boolean> {
  const { rows } = await connection.query<{ readonly locked: boolean }>({
    text: 'SELECT pg_try_advisory_xact_lock($1) AS locked',
    values: [LOCK],
  });
  // Short, because others wait behind it meanwhile.
  await connection.query({ text: `SET LOCAL lock_timeout = '1s'`, values: [] });
  return rows[0]?.locked === true;
}

/** Attached when it is finished, so that those who write to other partitions do not wait. */
async function make(
  connection: LentConnection,
  { name, from, to }: Partition & { readonly from: number },
): Promise<void> {
  const present = await connection.query({
    text: `SELECT FROM app_activity_default WHERE hour >= $1 AND hour < $2
           UNION ALL SELECT FROM pg_class WHERE oid = to_regclass($3) LIMIT 1`,
    values: [from, to, name],
  });
  // What began without a partition stays in the default one, and is removed row by row.
  if (present.rowCount !== 0) return;
  for (const text of [
    `CREATE TABLE ${name} (LIKE app_activity INCLUDING CONSTRAINTS INCLUDING STORAGE)`,
    `ALTER TABLE app_activity ATTACH PARTITION ${name} FOR VALUES FROM (${from}) TO (${to})`,
  ]) {
    await connection.query({ text, values: [] });
  }
}

async function drop(connection: LentConnection, name: string): Promise<number> {
  // Gone: another process was faster.
  const { rows } = await connection.query<{ readonly exists: boolean }>({
    text: 'SELECT to_regclass($1) IS NOT NULL AS exists',
    values: [name],
  });
  if (rows[0]?.exists !== true) return 0;
  const counted = await connection.query<{ readonly count: number }>({
    text: `SELECT count(*)::int AS count FROM ${name}`,
    values: [],
  });
  await connection.query({ text: `DROP TABLE ${name}`, values: [] });
  return counted.rows[0]?.count ?? 0;
}

/** The month of an instant and those after it, in UTC. */
function monthsFrom(at: Instant): readonly (Partition & { readonly from: number })[] {
  const date = new Date(at);
  const first = (offset: number) =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset) as Instant;
  return Array.from({ length: MONTHS_AHEAD + 1 }, (_, offset) => ({
    name: `app_activity_${new Date(first(offset)).toISOString().slice(0, 7).replace('-', '_')}`,
    from: hourOf(first(offset)),
    to: hourOf(first(offset + 1)),
  }));
}

function hourOf(at: Instant): number {
  return Math.floor(at / HOUR_IN_MILLISECONDS);
}
