import { addSeconds, instant, type Clock, type Instant } from '../../src/domain/clock.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  readonly read: Clock;
  advance(seconds: number): void;
}

/** Every test begins on a Tuesday noon on the campus: 24 November 2026, 12:00 in Kolkata. */
const TEST_START: Instant = instant(Date.parse('2026-11-24T12:00:00+05:30'));

export function testClock(start: Instant = TEST_START): TestClock {
  let now = start;
  return {
    read: () => now,
    advance(seconds) {
      now = addSeconds(now, seconds);
    },
  };
}
