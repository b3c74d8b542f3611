import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Installations,
  type Operation,
  type Operations,
  prepareOperations,
  startInstallations,
} from './operations.ts';

/**
 * Ways to the database and back, each of which a person or an app waits for. Exact: more is a regression, and fewer is
 * worth writing down here. What is noted beside the answers, many at a time, is not in it.
 */
const ROUND_TRIPS: Readonly<Record<Operation, number>> = {
  'user data': 1,
  refresh: 3,
  'redeem a code': 3,
  revoke: 2,
  'show the consent screen': 6,
  'allow an app for the first time': 12,
  'allow an app again': 8,
  'authorize without asking': 5,
};

describe('the work of a request on PostgreSQL', () => {
  let installations: Installations;
  let operations: Operations;
  let sent: string[] = [];

  beforeAll(async () => {
    // Notes are stored by a timer, at a time that has nothing to do with any request.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    installations = await startInstallations();
    operations = await prepareOperations(installations);
    const query = Client.prototype.query as (...values: unknown[]) => unknown;
    vi.spyOn(Client.prototype, 'query').mockImplementation(function watched(
      this: Client,
      ...values: unknown[]
    ) {
      const [first] = values as [string | { readonly text: string }];
      sent.push(typeof first === 'string' ? first : first.text);
      return query.apply(this, values) as never;
    });
    // A connection of each pool begins with its settings.
    await installations.asking.storage.isEmpty();
    await installations.remembering.storage.isEmpty();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await installations.close();
    vi.useRealTimers();
  });

  it.each(Object.keys(ROUND_TRIPS) as Operation[])('%s', async (name) => {
    sent = [];
    const answer = await operations[name]();
    expect(answer.status).toBeLessThan(400);
    // The texts, to see what is new when there are more.
    expect(sent).toMatchObject({ length: ROUND_TRIPS[name] });
  });
});
