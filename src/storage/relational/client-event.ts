import type { Kysely } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import type { ClientEventType, ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Schema } from './schema.ts';

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
