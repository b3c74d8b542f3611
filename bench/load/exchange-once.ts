import { type Address, type ExchangeOutcome, keepAliveConnection } from './connection.ts';

/** Sends one request over a connection of its own. */
export async function exchangeOnce(address: Address, request: string): Promise<ExchangeOutcome> {
  const connection = keepAliveConnection(address);
  try {
    return await new Promise((resolve) => {
      connection.exchange(request, resolve);
    });
  } finally {
    connection.close();
  }
}
