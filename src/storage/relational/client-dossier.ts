import type { Kysely } from 'kysely';
import type { ClientDossier, ClientEvent, ClientNumber } from '../../domain/client.ts';
import { readConversation } from './client-conversation.ts';
import { readRevisions } from './client-revisions.ts';
import { clientFromRow, type ClientRow } from './client-row.ts';
import { readTeam } from './client-team.ts';
import { readNames } from './account-names.ts';
import type { Schema } from './schema.ts';

/** Reads what belongs to a client beside its own row; in the caller's transaction. */
export async function completeDossier(db: Kysely<Schema>, row: ClientRow): Promise<ClientDossier> {
  return {
    client: clientFromRow(row),
    team: await readTeam(db, row.number),
    history: await readHistory(db, row.number),
    revisions: await readRevisions(db, row.number),
    conversation: await readConversation(db, row.number),
  };
}

/** Newest first. */
async function readHistory(
  db: Kysely<Schema>,
  number: ClientNumber,
): Promise<readonly ClientEvent[]> {
  const rows = await db
    .selectFrom('client_event')
    .where('client_event.client_number', '=', number)
    .orderBy('client_event.id', 'desc')
    .select(['type', 'at', 'actor', 'message'])
    .execute();
  const names = await readNames(
    db,
    rows.flatMap(({ actor }) => actor ?? []),
  );
  return rows.map(({ type, at, actor, message }) => ({
    type,
    at,
    actor,
    actorName: actor === null ? null : (names.get(actor) ?? null),
    message,
  }));
}
