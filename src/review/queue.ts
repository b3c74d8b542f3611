import { awaitsReview, type ClientStatus } from '../domain/client-lifecycle.ts';
import type { ClientForReview } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import { riskHints, type RiskHint, type RiskPolicy } from './risk-hints.ts';

/** What the desk can be looked through by. `waiting`: whatever a maintainer is asked about. */
const QUEUE_VIEWS = [
  'waiting',
  'approved',
  'changes-requested',
  'rejected',
  'suspended',
  'retired',
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** Which of those that wait. */
const QUEUE_FILTERS = ['new', 'changes', 'hints', 'second-vote', 'messages'] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

export interface QueueEntry extends ClientForReview {
  readonly hints: readonly RiskHint[];
}

export interface ReviewQueue {
  readonly view: QueueView;
  readonly filter: QueueFilter | null;
  /** Those that wait: longest first. Others: by newest change. */
  readonly entries: readonly QueueEntry[];
  readonly counts: Readonly<Record<QueueView, number>>;
}

export interface QueueQuestion extends RiskPolicy {
  readonly view: QueueView;
  readonly filter: QueueFilter | null;
}

/** Clients of one view, and how many there are of each. Drafts are nobody's but their team's. */
export async function reviewQueue(
  question: QueueQuestion,
  { storage }: { readonly storage: Pick<Storage, 'listClientsForReview'> },
): Promise<ReviewQueue> {
  const { view, filter } = question;
  const all = (await storage.listClientsForReview()).map((entry) => ({
    ...entry,
    hints: riskHints(entry, question),
  }));
  const counts = Object.fromEntries(
    QUEUE_VIEWS.map((one) => [one, all.filter((entry) => isIn(one, entry)).length]),
  ) as Record<QueueView, number>;
  const entries = all.filter(
    (entry) => isIn(view, entry) && (filter === null || passes(filter, entry)),
  );
  return { view, filter, entries, counts };
}

function isIn(view: QueueView, { client, hints, awaitsAnswer }: QueueEntry): boolean {
  const waits =
    awaitsReview(client) ||
    hints.some(({ type }) => type === 'attestation-overdue') ||
    (awaitsAnswer && client.status !== 'retired' && client.status !== 'draft');
  if (view === 'waiting') return waits;
  return client.status === (view satisfies ClientStatus);
}

function passes(filter: QueueFilter, entry: QueueEntry): boolean {
  const { client, hints, firstVoteBy, awaitsAnswer } = entry;
  switch (filter) {
    case 'new':
      return awaitsReview(client) && client.approvedRevision === null;
    case 'changes':
      return awaitsReview(client) && client.approvedRevision !== null;
    case 'hints':
      return hints.length > 0;
    case 'second-vote':
      return awaitsReview(client) && firstVoteBy !== null;
    case 'messages':
      return awaitsAnswer;
  }
}

/** Which view to show: what was asked for, else those that wait. */
export function parseQueueView(text: string | undefined): QueueView {
  return QUEUE_VIEWS.find((view) => view === text) ?? 'waiting';
}

/** null: all of them. */
export function parseQueueFilter(text: string | undefined): QueueFilter | null {
  return QUEUE_FILTERS.find((filter) => filter === text) ?? null;
}
