import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { beginningOf } from './academic-calendar.ts';
import { rowBounds } from './bounds.ts';
import type { MeasuredDatabase } from './measured-database.ts';
import { simulateCampus } from './simulate-campus.ts';

const PEOPLE = 25;
/** Milliseconds; thousands of small writes, on a disk that may be slow. */
export const PATIENCE = 6 * 60_000;

/** Two months of a small campus in a term: no table has more rows than what is kept of what was made. */
export async function expectPlateau(database: MeasuredDatabase): Promise<void> {
  const from = beginningOf('2026-07-20');
  const days = 62;
  let end = from;
  const made = await simulateCampus({
    storage: database.storage,
    people: PEOPLE,
    from,
    days,
    roundHours: 24,
    async onMonth(at) {
      end = at;
      await Promise.resolve();
    },
  });
  // What is noted is stored within a second.
  await pause(1500);
  const rows = new Map((await database.tables()).map((one) => [one.table, one.rows]));
  const bounds = rowBounds(made, { at: end, people: PEOPLE });
  for (const [table, bound] of Object.entries(bounds)) {
    expect.soft(rows.get(table), table).toBeLessThanOrEqual(bound);
  }
  // Much more was made than may be left, so the bounds hold only because it is removed.
  expect(made.total('access-token')).toBeGreaterThan(10 * (bounds['access_token'] ?? 0));
  expect(made.total('session')).toBeGreaterThan(2 * (bounds['session'] ?? 0));
  expect(made.total('authorization')).toBeGreaterThan(1.2 * (bounds['authorization'] ?? 0));
  expect(rows.get('access_token')).toBeGreaterThan(0);
  expect(rows.get('app_activity')).toBeGreaterThan(1000);
}
