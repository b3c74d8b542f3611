import { type Address, type Connection, keepAliveConnection } from './connection.ts';
import type { Journeys } from './journey.ts';
import { type LoadResult, newTally, noteFailure, noteJourney, resultOf } from './load-result.ts';
import { travel } from './travel.ts';

/** As many as a proxy in front would have. */
const MOST_CONNECTIONS = 128;

/**
 * Journeys begin at a fixed rate, whether or not earlier ones have ended, as people and apps do. Each is timed
 * from when it was due, so that a server that pauses is charged for all who wait meanwhile.
 * @param load.rate journeys a second
 * @param load.connections at most so many at once; what is due meanwhile waits
 */
export async function openLoop(
  address: Address,
  journeys: Journeys,
  load: { readonly rate: number; readonly seconds: number; readonly connections?: number },
): Promise<LoadResult> {
  const { rate, seconds, connections = MOST_CONNECTIONS } = load;
  const tally = newTally();
  const idle: Connection[] = [];
  const waiting: number[] = [];
  let opened = 0;
  let underWay = 0;
  let settled: (() => void) | undefined;
  const total = Math.round(rate * seconds);

  function begin(dueAt: number): void {
    const connection = idle.pop() ?? open();
    if (connection === undefined) {
      waiting.push(dueAt);
      return;
    }
    underWay += 1;
    travel(connection, journeys, ({ requests, problem }) => {
      tally.requests += requests;
      if (problem === undefined) noteJourney(tally, dueAt);
      else noteFailure(tally, problem);
      underWay -= 1;
      // Last in, first out: connections that are not needed stay idle.
      idle.push(connection);
      const next = waiting.shift();
      if (next !== undefined) begin(next);
      else if (underWay === 0) settled?.();
    });
  }

  function open(): Connection | undefined {
    if (opened === connections) return undefined;
    opened += 1;
    return keepAliveConnection(address);
  }

  const startedAt = performance.now();
  await new Promise<void>((resolve) => {
    let begun = 0;
    // Without timers, which are late by a millisecond: the load has a core of its own to spin on.
    function beginWhatIsDue(): void {
      const elapsed = performance.now() - startedAt;
      const due = Math.min(total, Math.floor((elapsed / 1000) * rate));
      for (; begun < due; begun += 1) begin(startedAt + (begun / rate) * 1000);
      if (begun < total) setImmediate(beginWhatIsDue);
      else resolve();
    }
    beginWhatIsDue();
  });
  if (underWay > 0 || waiting.length > 0) {
    await new Promise<void>((resolve) => {
      settled = resolve;
    });
  }
  for (const connection of idle) connection.close();
  return resultOf(tally, (performance.now() - startedAt) / 1000);
}
