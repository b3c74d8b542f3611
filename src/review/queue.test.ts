import { describe, expect, it } from 'vitest';
import type { ClientStanding } from '../domain/client-lifecycle.ts';
import type { ClientForReview } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import { parseQueueFilter, parseQueueView, reviewQueue, type QueueFilter } from './queue.ts';

const FIRST: ClientStanding = {
  status: 'in-review',
  revision: 1,
  revisionState: 'in-review',
  approvedRevision: null,
};
const APPROVED = {
  ...FIRST,
  status: 'approved',
  revisionState: 'approved',
  approvedRevision: 1,
} as const;

function entry(
  number: number,
  standing: ClientStanding,
  over: Partial<ClientForReview> = {},
): ClientForReview {
  return {
    client: {
      number,
      ...standing,
      redirectUris: ['https://app.example.edu/cb'],
      approvedClaims: [],
      attestation: { lastAt: instant(0), reminders: 0 },
    },
    createdByName: 'Asha',
    statusSince: instant(number),
    teamSize: 2,
    ownershipNotice: null,
    creatorIsKnown: true,
    asked: [],
    firstVoteBy: null,
    awaitsAnswer: false,
    ...over,
  } as ClientForReview;
}

const storage = {
  listClientsForReview: async () => [
    entry(3, FIRST),
    entry(5, { ...APPROVED, revision: 2, revisionState: 'in-review' }, { firstVoteBy: 9 }),
    entry(1, APPROVED),
    entry(2, { ...APPROVED, status: 'suspended' }),
    entry(4, { ...FIRST, status: 'draft', revisionState: 'draft' }),
    entry(6, APPROVED, { awaitsAnswer: true }),
    entry(7, FIRST, { teamSize: 1 }),
  ],
};

async function numbers(view: string, filter: QueueFilter | null = null) {
  const question = {
    view: parseQueueView(view),
    filter,
    usualClaims: [],
    reattestAfterMonths: null,
    issuer: 'https://auth.example.edu',
    now: instant(100),
  };
  const queue = await reviewQueue(question, { storage });
  return { shown: queue.entries.map(({ client }) => client.number), counts: queue.counts };
}

describe('the review queue', () => {
  it('shows what waits in the order of storage, also beside an approval, and unanswered messages', async () => {
    const { shown, counts } = await numbers('waiting');
    expect(shown).toEqual([3, 5, 6, 7]);
    expect(counts).toMatchObject({ waiting: 4, approved: 3, suspended: 1, rejected: 0 });
  });

  it('shows nobody a draft', async () => {
    for (const view of ['waiting', 'approved', 'suspended', 'rejected', 'retired']) {
      expect((await numbers(view)).shown).not.toContain(4);
    }
  });

  it.each([
    ['new', [3, 7]],
    ['changes', [5]],
    ['hints', [7]],
    ['second-vote', [5]],
    ['messages', [6]],
  ] as const)('is narrowed down to %s', async (filter, expected) => {
    expect((await numbers('waiting', filter)).shown).toEqual(expected);
  });

  it('shows all that waits unless something else is asked for', () => {
    expect(parseQueueView('suspended')).toBe('suspended');
    expect(parseQueueView(undefined)).toBe('waiting');
    expect(parseQueueView('draft')).toBe('waiting');
    expect(parseQueueFilter('new')).toBe('new');
    expect(parseQueueFilter('nonsense')).toBeNull();
  });
});
