import { CLIENT_STATUSES, type ClientForReview, type ClientStatus } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';

export interface ReviewQueue {
  readonly shown: ClientStatus;
  /** Those that wait: longest first. Others: by newest change. */
  readonly clients: readonly ClientForReview[];
  readonly counts: Readonly<Record<ClientStatus, number>>;
}

/** Clients of one status, and how many there are of each. */
export async function reviewQueue(
  shown: ClientStatus,
  { storage }: { readonly storage: Pick<Storage, 'listClientsForReview'> },
): Promise<ReviewQueue> {
  const all = await storage.listClientsForReview();
  const counts = { 'in-review': 0, approved: 0, rejected: 0, suspended: 0 };
  for (const { client } of all) counts[client.status] += 1;
  return { shown, clients: all.filter(({ client }) => client.status === shown), counts };
}

/** Which status to show: what was asked for, else those that wait. */
export function parseShownStatus(text: string | undefined): ClientStatus {
  return CLIENT_STATUSES.find((status) => status === text) ?? 'in-review';
}
