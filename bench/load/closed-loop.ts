import { type Address, keepAliveConnection } from './connection.ts';
import type { Journeys } from './journey.ts';
import {
  type LoadResult,
  newTally,
  noteFailure,
  noteJourney,
  resultOf,
  TOO_MANY_FAILURES,
} from './load-result.ts';
import { travel } from './travel.ts';

/**
 * A fixed number of connections, each beginning a journey as soon as its last one ended: how much a server
 * can do. A journey counts in the window in which it ends.
 */
export interface ClosedLoop {
  /** Counts for so many seconds, or until so many journeys. Between measurements the load goes on. */
  measure(limit: { readonly seconds: number; readonly journeys?: number }): Promise<LoadResult>;
  /** Lets what is under way end. */
  close(): Promise<void>;
}

/** Milliseconds. A server that is gone refuses connections faster than anything else happens. */
const PAUSE_AFTER_FAILURE = 10;

/** Starts the load. */
export function startClosedLoop(
  address: Address,
  journeys: Journeys,
  connectionCount: number,
): ClosedLoop {
  let tally = newTally();
  let stopped = false;
  let enough: ((journeys: number) => void) | undefined;

  async function keepGoing(): Promise<void> {
    const connection = keepAliveConnection(address);
    await new Promise<void>((resolve) => {
      function begin(): void {
        if (stopped) {
          resolve();
          return;
        }
        const startedAt = performance.now();
        travel(connection, journeys, ({ requests, problem }) => {
          tally.requests += requests;
          if (problem !== undefined) {
            noteFailure(tally, problem);
            if (tally.failures >= TOO_MANY_FAILURES) enough?.(Number.POSITIVE_INFINITY);
            setTimeout(begin, PAUSE_AFTER_FAILURE);
            return;
          }
          noteJourney(tally, startedAt);
          enough?.(tally.journeys);
          begin();
        });
      }
      begin();
    });
    connection.close();
  }

  const connections = Array.from({ length: connectionCount }, keepGoing);

  return {
    async measure({ seconds, journeys: wanted = Number.POSITIVE_INFINITY }) {
      tally = newTally();
      const startedAt = performance.now();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        enough = (count) => {
          if (count < wanted) return;
          clearTimeout(timer);
          resolve();
        };
      });
      enough = undefined;
      const measured = tally;
      tally = newTally();
      return resultOf(measured, (performance.now() - startedAt) / 1000);
    },
    async close() {
      stopped = true;
      await Promise.all(connections);
    },
  };
}
