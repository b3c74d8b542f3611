// `npm run simulate`: a year of a campus, and what the database is then. docs/operations.md has the figures.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addSeconds, type Instant } from '../../src/domain/clock.ts';
import { beginningOf } from './academic-calendar.ts';
import { type MeasuredDatabase, measuredPostgres, measuredSqlite } from './measured-database.ts';
import { simulateCampus } from './simulate-campus.ts';
import { CAMPUS } from './volumes.ts';

const USAGE = `npm run simulate -- [options]

  --postgres      on PostgreSQL, a server of its own; otherwise SQLite
  --people 1000   how many people; sizes are shown for ${CAMPUS.people}, by multiplying
  --days 365      for how long
  --from 2026-07-01

TMPDIR=/dev/shm keeps the database in memory, which is faster and changes no size.
`;

/** As many as there are apps, however many people. */
const OF_APPS = new Set(
  ['client', 'client_attempt', 'client_event', 'client_revision', 'client_secret'].concat([
    'client_team_member',
    'client_usage',
    'installation',
    'migration',
  ]),
);

const { values } = parseArgs({
  options: {
    postgres: { type: 'boolean', default: false },
    people: { type: 'string', default: '1000' },
    days: { type: 'string', default: '365' },
    from: { type: 'string', default: '2026-07-01' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(USAGE);
else await main();

async function main(): Promise<void> {
  const people = Number(values.people);
  const database = values.postgres ? await measuredPostgres() : await measuredSqlite();
  try {
    await database.logBytes();
    const began = performance.now();
    await simulateCampus({
      storage: database.storage,
      people,
      from: beginningOf(values.from),
      days: Number(values.days),
      onMonth: async (at) => report(database, { at, times: CAMPUS.people / people, began }),
    });
  } finally {
    await database.remove();
  }
}

/** @param month.times by which everything is multiplied to be that of the whole campus */
async function report(
  database: MeasuredDatabase,
  month: { readonly at: Instant; readonly times: number; readonly began: number },
): Promise<void> {
  const { at, times, began } = month;
  // What is noted is stored within a second.
  await pause(1500);
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  const day = new Date(addSeconds(at, -1)).toISOString().slice(0, 10);
  const [all, log] = [await database.bytes(), await database.logBytes()];
  console.log(
    `\n${day}, after ${minutes} min: database ${megabytes(all)} MB, log ${megabytes(log)} MB; for ${CAMPUS.people} people:`,
  );
  let whole = 0;
  for (const { table, rows, bytes } of await database.tables()) {
    if (rows === 0) continue;
    const factor = OF_APPS.has(table) ? 1 : times;
    whole += (bytes ?? 0) * factor;
    const size = bytes === null ? '' : `${megabytes(bytes * factor).padStart(10)} MB`;
    console.log(`  ${table.padEnd(24)}${String(Math.round(rows * factor)).padStart(12)}${size}`);
  }
  console.log(`  all tables ${megabytes(whole)} MB`);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0);
}
