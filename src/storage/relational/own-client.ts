import type { Expression, ExpressionBuilder, SqlBool, Transaction, Updateable } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import {
  CLIENT_ROLES,
  type ClientPermission,
  type ClientRole,
  rolesFor,
} from '../../domain/client-role.ts';
import type { ClientEventType, ClientNumber, TeamAction } from '../../domain/client.ts';
import { recordEvent } from './client-event.ts';
import type { ClientTable, Schema } from './schema.ts';

type ClientCondition = (expression: ExpressionBuilder<Schema, 'client'>) => Expression<SqlBool>;

/** Condition on `client`: the account is in its team, to read it. Ownership is part of the statement. */
export function hasTeamMember(accountId: AccountId): ClientCondition {
  return hasMemberWith(accountId, CLIENT_ROLES);
}

/** Condition on `client`: the account is in its team, and its role there suffices. */
export function hasMemberWho(
  accountId: AccountId,
  { may }: { readonly may: ClientPermission },
): ClientCondition {
  return hasMemberWith(accountId, rolesFor(may));
}

function hasMemberWith(accountId: AccountId, roles: readonly ClientRole[]): ClientCondition {
  return (expression) =>
    expression.exists(
      expression
        .selectFrom('client_team_member')
        .whereRef('client_team_member.client_number', '=', 'client.number')
        .where('client_team_member.account_id', '=', accountId)
        .where('client_team_member.role', 'in', roles)
        .select('client_team_member.id'),
    );
}

/** Whether the client exists for the account; then it stays until the end of the transaction. */
export async function isOwnClient(
  transaction: Transaction<Schema>,
  number: ClientNumber,
  member: { readonly actor: AccountId; readonly may: ClientPermission },
): Promise<boolean> {
  const found = await transaction
    .selectFrom('client')
    .where('number', '=', number)
    .where(hasMemberWho(member.actor, member))
    .select('number')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return found !== undefined;
}

/** What changes in the row of a client, and which history entry tells about it, if any. */
export interface OwnClientChange {
  readonly may: ClientPermission;
  readonly set: Updateable<ClientTable>;
  readonly event: ClientEventType | null;
}

/** Changes a client of the actor's team, with a history entry. False: it does not exist for them. */
export async function changeOwnClient(
  transaction: Transaction<Schema>,
  { number, actor, at }: TeamAction,
  { may, set, event }: OwnClientChange,
): Promise<boolean> {
  const changed = await transaction
    .updateTable('client')
    .set(set)
    .where('number', '=', number)
    .where(hasMemberWho(actor, { may }))
    .returning('number')
    .executeTakeFirst();
  if (changed === undefined) return false;
  if (event !== null) await recordEvent(transaction, { number, type: event, at, actor });
  return true;
}
