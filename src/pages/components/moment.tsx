import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import type { PageFrame } from '../page-frame.ts';

export interface MomentProps {
  readonly at: Instant;
  readonly frame: Pick<PageFrame, 'now' | 'timeZone'>;
  /** `exact`: date and time, for records; `relative`: "5 minutes ago", for what just happened. */
  readonly style?: 'relative' | 'exact';
}

/** A point in time in words; the exact one is in `datetime` and in the tooltip. */
export function Moment({ at, frame, style = 'relative' }: MomentProps): JSX.Element {
  const exact = exactTime(at, frame.timeZone);
  return (
    <time datetime={new Date(at).toISOString()} title={style === 'relative' ? exact : undefined}>
      {style === 'relative' ? relativeTime(at, frame) : exact}
    </time>
  );
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `just now`, `5 minutes ago`, `3 days ago`, and the date from a month on. */
export function relativeTime(at: Instant, frame: Pick<PageFrame, 'now' | 'timeZone'>): string {
  const elapsed = frame.now - at;
  if (elapsed < MINUTE) return 'just now';
  if (elapsed < HOUR) return ago(Math.floor(elapsed / MINUTE), 'minute');
  if (elapsed < DAY) return ago(Math.floor(elapsed / HOUR), 'hour');
  if (elapsed < 30 * DAY) return ago(Math.floor(elapsed / DAY), 'day');
  const date = new Intl.DateTimeFormat('en-GB', {
    timeZone: frame.timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return `on ${date.format(at)}`;
}

function ago(count: number, unit: 'minute' | 'hour' | 'day'): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/** `24 Nov 2026, 13:01` in the institution's time zone. */
function exactTime(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
}

/** How long until then: `a minute`, `12 minutes`, `2 hours`. */
export function waitingTime(until: Instant, frame: Pick<PageFrame, 'now'>): string {
  const minutes = Math.max(1, Math.ceil((until - frame.now) / MINUTE));
  if (minutes === 1) return 'a minute';
  if (minutes <= 90) return `${minutes} minutes`;
  return `${Math.ceil(minutes / 60)} hours`;
}
