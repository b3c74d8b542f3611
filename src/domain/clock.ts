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

/** Making one takes far longer than formatting, and user data needs the date of every request. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in the institution's time zone, as `YYYY-MM-DD`. */
export function calendarDate(at: Instant, timeZone: string): string {
  let format = dateFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    dateFormats.set(timeZone, format);
  }
  return format.format(at);
}
