import type { Kysely } from 'kysely';
import type { RevisionState } from '../../domain/client-lifecycle.ts';
import type { ClientRevision, FirstVote, RequestedClaim } from '../../domain/client-revision.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import { readNames } from './account-names.ts';
import {
  checklistFromText,
  claimDecisionsFromText,
  firstVoteFromText,
  requestedClaimsFromText,
} from './json-text.ts';
import type { Schema } from './schema.ts';

/** All versions of what a client asks for, newest first. */
export async function readRevisions(
  db: Kysely<Schema>,
  client: ClientNumber,
): Promise<readonly ClientRevision[]> {
  const rows = await db
    .selectFrom('client_revision')
    .where('client_number', '=', client)
    .orderBy('number', 'desc')
    .selectAll()
    .execute();
  const names = await readNames(
    db,
    rows.flatMap((row) => row.first_voter ?? []),
  );
  return rows.map((row) => {
    const { first_voter: reviewer, first_vote: vote } = row;
    const firstVote: FirstVote | null =
      reviewer === null || vote === null
        ? null
        : { reviewer, reviewerName: names.get(reviewer) ?? '', ...firstVoteFromText(vote) };
    return {
      number: row.number,
      state: row.state,
      claims: requestedClaimsFromText(row.claims),
      createdAt: row.created_at,
      since: row.since,
      firstVote,
      decisions: claimDecisionsFromText(row.decisions),
      checklist: checklistFromText(row.checklist),
    };
  });
}

/** Stores another version, in the transaction that makes it the newest. */
export async function storeRevision(
  db: Kysely<Schema>,
  client: ClientNumber,
  revision: {
    readonly number: number;
    readonly state: RevisionState;
    readonly claims: readonly RequestedClaim[];
    readonly at: Instant;
  },
): Promise<void> {
  const { number, state, claims, at } = revision;
  await db
    .insertInto('client_revision')
    .values({
      client_number: client,
      number,
      state,
      since: at,
      claims: JSON.stringify(claims),
      created_at: at,
      decisions: '[]',
      checklist: '[]',
      first_voter: null,
      first_vote: null,
    })
    .execute();
}
