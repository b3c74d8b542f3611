import type { Kysely } from 'kysely';
import type { ClientMessage } from '../../domain/client-revision.ts';
import type { ClientNumber } from '../../domain/client.ts';
import { readNames } from './account-names.ts';
import type { Schema } from './schema.ts';

/** What a team and the reviewers wrote to each other, oldest first. */
export async function readConversation(
  db: Kysely<Schema>,
  client: ClientNumber,
): Promise<readonly ClientMessage[]> {
  const rows = await db
    .selectFrom('client_message')
    .where('client_number', '=', client)
    .orderBy('id')
    .select(['at', 'author', 'side', 'text'])
    .execute();
  const names = await readNames(
    db,
    rows.map(({ author }) => author),
  );
  return rows.map((row) => ({ ...row, authorName: names.get(row.author) ?? '' }));
}
