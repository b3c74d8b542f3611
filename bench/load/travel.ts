import type { Connection } from './connection.ts';
import type { Journeys, Step } from './journey.ts';

/** What came of a journey. */
export interface Arrival {
  /** How many requests were answered. */
  readonly requests: number;
  /** undefined: every answer was right. */
  readonly problem: string | undefined;
}

/** Begins a journey and follows it over a connection to its end, or to its first wrong answer. */
export function travel(
  connection: Connection,
  begin: Journeys,
  arrived: (arrival: Arrival) => void,
): void {
  let requests = 0;
  function take({ request, answered }: Step): void {
    connection.exchange(request, (outcome) => {
      if (outcome.answer === undefined) {
        arrived({ requests, problem: outcome.problem });
        return;
      }
      requests += 1;
      let next: Step | undefined;
      try {
        next = answered(outcome.answer);
      } catch (error) {
        arrived({ requests, problem: (error as Error).message });
        return;
      }
      if (next === undefined) arrived({ requests, problem: undefined });
      else take(next);
    });
  }
  try {
    take(begin());
  } catch (error) {
    // Not within this call, as any other end.
    setImmediate(() => arrived({ requests, problem: (error as Error).message }));
  }
}
