import type { Expression, ExpressionBuilder, SqlBool, Transaction, Updateable } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import type { ClientEventType, ClientNumber, TeamAction } from '../../domain/client.ts';
import { recordEvent } from './client-dossier.ts';
import type { ClientTable, Schema } from './schema.ts';

type ClientCondition = (expression: ExpressionBuilder<Schema, 'client'>) => Expression<SqlBool>;

/** Condition on `client`: the account is in its team. Ownership is part of the statement. */
export function hasTeamMember(accountId: AccountId): ClientCondition {
  return (expression) =>
    expression.exists(
      expression
        .selectFrom('client_team_member')
        .whereRef('client_team_member.client_number', '=', 'client.number')
        .where('client_team_member.account_id', '=', accountId)
        .select('client_team_member.id'),
    );
}

/** Whether the client exists for the account; then it stays until the end of the transaction. */
export async function isOwnClient(
  transaction: Transaction<Schema>,
  number: ClientNumber,
  accountId: AccountId,
): Promise<boolean> {
  const found = await transaction
    .selectFrom('client')
    .where('number', '=', number)
    .where(hasTeamMember(accountId))
    .select('number')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return found !== undefined;
}

/** What changes in the row of a client, and which history entry tells about it, if any. */
export interface OwnClientChange {
  readonly set: Updateable<ClientTable>;
  readonly event: ClientEventType | null;
}

/** Changes a client of the actor's team, with a history entry. False: it does not exist for them. */
export async function changeOwnClient(
  transaction: Transaction<Schema>,
  { number, actor, at }: TeamAction,
  { set, event }: OwnClientChange,
): Promise<boolean> {
  const changed = await transaction
    .updateTable('client')
    .set(set)
    .where('number', '=', number)
    .where(hasTeamMember(actor))
    .returning('number')
    .executeTakeFirst();
  if (changed === undefined) return false;
  if (event !== null) await recordEvent(transaction, { number, type: event, at, actor });
  return true;
}
