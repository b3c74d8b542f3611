declare const instantBrand: unique symbol;

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instantBrand]: never };

/** The only door to the current time. Built once, in the composition root. */
export type Clock = () => Instant;

/** Marks a number of epoch milliseconds as an Instant. */
export function instant(epochMilliseconds: number): Instant {
  return epochMilliseconds as Instant;
}

/**
 * @param start where to start
 * @param seconds how far to go; negative goes back
 */
export function addSeconds(start: Instant, seconds: number): Instant {
  return instant(start + seconds * 1000);
}

const MINUTE = 60_000;
/** What was asked last: user data asks for the same date again and again, and working it out takes long. */
let latest = { timeZone: '', minute: Number.NaN, date: '' };

/** The calendar date of an instant in the institution's time zone, as `YYYY-MM-DD`. */
export function calendarDate(at: Instant, timeZone: string): string {
  // No time zone's day begins within a minute of Greenwich.
  const minute = Math.floor(at / MINUTE);
  if (latest.minute !== minute || latest.timeZone !== timeZone) {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    latest = { timeZone, minute, date: format.format(at) };
  }
  return latest.date;
}
