import { type Address, keepAliveConnection } from './connection.ts';
import type { Journeys } from './journey.ts';
import { type Arrival, travel } from './travel.ts';

/**
 * Follows journeys one after the other over one connection, for setting up.
 * @throws Error at the first wrong answer
 */
export async function runJourneys(address: Address, journeys: readonly Journeys[]): Promise<void> {
  const connection = keepAliveConnection(address);
  try {
    for (const journey of journeys) {
      const { problem } = await new Promise<Arrival>((resolve) => {
        travel(connection, journey, resolve);
      });
      if (problem !== undefined) throw new Error(problem);
    }
  } finally {
    connection.close();
  }
}
