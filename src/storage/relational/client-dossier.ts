import type { Kysely } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import type {
  ClientDossier,
  ClientEvent,
  ClientEventType,
  ClientNumber,
  TeamMember,
} from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import { ACCOUNT_COLUMNS, nameFromRow } from './account-row.ts';
import { readConversation } from './client-conversation.ts';
import { readRevisions } from './client-revisions.ts';
import { clientFromRow, type ClientRow } from './client-row.ts';
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

/** In order of joining; the creator joined first. */
export async function readTeam(
  db: Kysely<Schema>,
  number: ClientNumber,
): Promise<readonly TeamMember[]> {
  const rows = await db
    .selectFrom('client_team_member')
    .innerJoin('account', 'account.id', 'client_team_member.account_id')
    .where('client_team_member.client_number', '=', number)
    .orderBy('client_team_member.id')
    .select(ACCOUNT_COLUMNS)
    .execute();
  return rows.map((row) => ({
    accountId: row.id,
    name: nameFromRow(row),
    username: row.username,
  }));
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

/** Writes a history entry, in the transaction of the change it tells about. */
export async function recordEvent(
  db: Kysely<Schema>,
  event: {
    readonly number: ClientNumber;
    readonly type: ClientEventType;
    readonly at: Instant;
    /** null: nobody, it happened by itself. */
    readonly actor: AccountId | null;
    readonly message?: string;
  },
): Promise<void> {
  const { number, type, at, actor, message = '' } = event;
  await db
    .insertInto('client_event')
    .values({ client_number: number, type, at, actor, message })
    .execute();
  await db.updateTable('client').set({ changed_at: at }).where('number', '=', number).execute();
}
