import { type Instant, instant } from '../../src/domain/clock.ts';

/**
 * How busy a campus is. 1 is an ordinary weekday of a term; the times are UTC, as those of the simulated clock.
 */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Month and day of the first day of each part of the year. */
const YEAR = [
  { from: '01-01', part: 'vacation' },
  { from: '01-05', part: 'term' },
  { from: '05-01', part: 'exams' },
  { from: '05-15', part: 'vacation' },
  { from: '07-16', part: 'term' },
  { from: '11-26', part: 'exams' },
  { from: '12-06', part: 'vacation' },
] as const;
const BUSY = { term: 1, exams: 0.8, vacation: 0.15 } as const;
const ON_DAYS_OFF = 0.35;
const HOLIDAYS = new Set(
  ['01-26', '03-04', '04-03', '08-15', '08-28', '10-02', '10-20'].concat(
    ['11-07', '11-08', '11-09', '11-10', '11-11'], // a week of festivals
  ),
);

/** Parts of a day's traffic by hour, in per mille. */
const HOURS = [
  8, 5, 3, 3, 3, 5, 12, 30, 62, 88, 80, 70, 56, 52, 66, 70, 62, 50, 45, 48, 58, 60, 42, 22,
] as const;

/** Which part of an ordinary weekday's traffic there is in these hours from `at` on. */
export function trafficOf(at: Instant, hours: number): number {
  let traffic = 0;
  for (let hour = 0; hour < hours; hour += 1) traffic += trafficOfHour(at + hour * HOUR);
  return traffic;
}

function trafficOfHour(at: number): number {
  const date = new Date(at);
  const day = date.toISOString().slice(5, 10);
  const part = YEAR.findLast(({ from }) => from <= day)?.part ?? 'vacation';
  const isOff = date.getUTCDay() % 6 === 0 || HOLIDAYS.has(day);
  return (BUSY[part] * (isOff ? ON_DAYS_OFF : 1) * (HOURS[date.getUTCHours()] ?? 0)) / 1000;
}

export function isFirstOfMonth(at: Instant): boolean {
  return new Date(at).getUTCDate() === 1 && at % DAY === 0;
}

/** @param day `2026-07-01` */
export function beginningOf(day: string): Instant {
  return instant(Date.parse(`${day}T00:00:00Z`));
}
