import { describe, expect, it } from 'vitest';
import type { ClientForReview, ClientStatus } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import { parseShownStatus, reviewQueue } from './queue.ts';

const entry = (number: number, status: ClientStatus): ClientForReview =>
  ({
    client: { number, status },
    createdByName: 'Asha',
    statusSince: instant(number),
  }) as ClientForReview;

const storage = {
  listClientsForReview: async () => [
    entry(3, 'in-review'),
    entry(5, 'in-review'),
    entry(1, 'approved'),
    entry(2, 'suspended'),
  ],
};

describe('the review queue', () => {
  it('shows clients of one status in the order of storage, and counts all', async () => {
    const queue = await reviewQueue('in-review', { storage });
    expect(queue.clients.map(({ client }) => client.number)).toEqual([3, 5]);
    expect(queue.counts).toEqual({ 'in-review': 2, approved: 1, rejected: 0, suspended: 1 });
  });

  it('shows what waits unless something else is asked for', () => {
    expect(parseShownStatus('suspended')).toBe('suspended');
    expect(parseShownStatus(undefined)).toBe('in-review');
    expect(parseShownStatus('nonsense')).toBe('in-review');
  });
});
