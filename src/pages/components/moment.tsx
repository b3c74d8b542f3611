import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import type { Language } from '../../domain/language.ts';
import { LOCALES } from '../messages/language.ts';
import { madeOnce } from '../messages/made-once.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

export interface MomentProps {
  readonly at: Instant;
  readonly frame: TimeFrame;
  /** `exact`: date and time, for records; `relative`: "5 minutes ago", for what just happened. */
  readonly style?: 'relative' | 'exact';
}

/** What it takes to tell a time. */
export type TimeFrame = Pick<PageFrame, 'now' | 'timeZone' | 'language'>;

/** A point in time in words; the exact one is in `datetime` and in the tooltip. */
export function Moment({ at, frame, style = 'relative' }: MomentProps): JSX.Element {
  const exact = exactTime(at, frame);
  return (
    <time datetime={new Date(at).toISOString()} title={style === 'relative' ? exact : undefined}>
      {style === 'relative' ? relativeTime(at, frame) : exact}
    </time>
  );
}

/** `8 December 2026`. @param day `YYYY-MM-DD` */
export function dayText(day: string, language: TimeFrame['language']): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', dateStyle: 'long' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `just now`, `5 minutes ago`, `3 days ago`, and the date from a month on. */
export function relativeTime(at: Instant, { now, timeZone, language }: TimeFrame): string {
  const text = messages(language).time;
  const locale = LOCALES[language];
  const elapsed = now - at;
  if (elapsed < MINUTE) return text.justNow;
  const ago = relativeFormat(language);
  if (elapsed < HOUR) return ago.format(-Math.floor(elapsed / MINUTE), 'minute');
  if (elapsed < DAY) return ago.format(-Math.floor(elapsed / HOUR), 'hour');
  if (elapsed < 30 * DAY) return ago.format(-Math.floor(elapsed / DAY), 'day');
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return text.onDate(date.format(at));
}

const relativeFormat = madeOnce(
  (language: Language) => new Intl.RelativeTimeFormat(LOCALES[language]),
);

/** `24 Nov 2026, 13:01` in the institution's time zone. */
function exactTime(at: Instant, { timeZone, language }: TimeFrame): string {
  return exactFormat(`${language} ${timeZone}`).format(at);
}

/** Made once for each: a list of twenty times would take longer to write than to look up. */
const exactFormat = madeOnce((key: `${Language} ${string}`) => {
  const [language, timeZone] = key.split(' ') as [Language, string];
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
});

/** How long until then: `a minute`, `12 minutes`, `2 hours`. */
export function waitingTime(
  until: Instant,
  { now, language }: Omit<TimeFrame, 'timeZone'>,
): string {
  const minutes = Math.max(1, Math.ceil((until - now) / MINUTE));
  if (minutes === 1) return messages(language).time.aMinute;
  return minutes <= 90
    ? duration(minutes, 'minute', language)
    : duration(Math.ceil(minutes / 60), 'hour', language);
}

function duration(count: number, unit: 'minute' | 'hour', language: TimeFrame['language']): string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  });
  return format.format(count);
}
