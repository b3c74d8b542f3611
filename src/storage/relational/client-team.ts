import type { Kysely, Transaction } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import { stayOf } from '../../domain/client-ownership.ts';
import { type ClientPermission, type ClientRole, mayDo } from '../../domain/client-role.ts';
import type { ClientEventType, ClientNumber, TeamAction, TeamMember } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import { ACCOUNT_COLUMNS, accountFromRow, nameFromRow } from './account-row.ts';
import { type ClientEntry, recordClientEntry } from './audit-log.ts';
import { recordEvent } from './client-event.ts';
import type { Schema } from './schema.ts';

/** In order of joining; the creator joined first. */
export async function readTeam(
  db: Kysely<Schema>,
  number: ClientNumber,
): Promise<readonly TeamMember[]> {
  return (await readTeams(db, [number])).get(number) ?? [];
}

/** The teams of several clients. */
export async function readTeams(
  db: Kysely<Schema>,
  numbers: readonly ClientNumber[],
): Promise<ReadonlyMap<ClientNumber, readonly TeamMember[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('client_team_member')
    .innerJoin('account', 'account.id', 'client_team_member.account_id')
    .where('client_team_member.client_number', 'in', numbers)
    .orderBy('client_team_member.id')
    .select([
      'client_team_member.client_number',
      'client_team_member.role',
      'client_team_member.is_successor',
    ])
    .select(ACCOUNT_COLUMNS)
    .execute();
  const teams = new Map<ClientNumber, TeamMember[]>();
  for (const row of rows) {
    const member = {
      accountId: row.id,
      name: nameFromRow(row),
      username: row.username,
      role: row.role,
      isSuccessor: row.is_successor === 1,
      stay: stayOf(accountFromRow(row)),
    };
    teams.set(row.client_number, [...(teams.get(row.client_number) ?? []), member]);
  }
  return teams;
}

/** Waits for other changes of the team, keeps them waiting until the transaction is over, and reads it. */
export async function takeTurnInTeam(
  transaction: Transaction<Schema>,
  number: ClientNumber,
): Promise<readonly TeamMember[] | undefined> {
  const client = await transaction
    .selectFrom('client')
    .where('number', '=', number)
    .select('number')
    .forNoKeyUpdate()
    .executeTakeFirst();
  // A statement of its own: it sees what others changed while this one waited.
  return client && readTeam(transaction, number);
}

/** The same for a member; undefined when the client does not exist for them, or their role does not suffice. */
export async function takeTurnAsMember(
  transaction: Transaction<Schema>,
  { number, actor }: TeamAction,
  may: ClientPermission | null,
): Promise<readonly TeamMember[] | undefined> {
  const team = await takeTurnInTeam(transaction, number);
  const own = team && memberOf(team, actor);
  if (own === undefined) return undefined;
  return may === null || mayDo(own.role, may) ? team : undefined;
}

export function memberOf(
  team: readonly TeamMember[],
  accountId: AccountId,
): TeamMember | undefined {
  return team.find((member) => member.accountId === accountId);
}

/** Takes somebody into a team. False: they are in it already. */
export async function insertMember(
  transaction: Transaction<Schema>,
  member: {
    readonly number: ClientNumber;
    readonly accountId: AccountId;
    readonly role: ClientRole;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { number, accountId, role, at } = member;
  const added = await transaction
    .insertInto('client_team_member')
    .values({ client_number: number, account_id: accountId, joined_at: at, role })
    .onConflict((conflict) => conflict.columns(['client_number', 'account_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** An owner is nobody's successor. */
export async function setRole(
  transaction: Transaction<Schema>,
  member: {
    readonly number: ClientNumber;
    readonly accountId: AccountId;
    readonly role: ClientRole;
  },
): Promise<void> {
  const { number, accountId, role } = member;
  await transaction
    .updateTable('client_team_member')
    .set({ role, ...(role === 'owner' && { is_successor: 0 as const }) })
    .where('client_number', '=', number)
    .where('account_id', '=', accountId)
    .execute();
  if (role === 'owner') await setOwnershipNotice(transaction, number, null);
}

export async function setOwnershipNotice(
  transaction: Transaction<Schema>,
  number: ClientNumber,
  notice: 'ends-soon' | 'ownerless' | null,
): Promise<void> {
  await transaction
    .updateTable('client')
    .set({ ownership_notice: notice })
    .where('number', '=', number)
    .execute();
}

/** Tells the history and the audit log of a change of a team; last in its transaction. */
export async function recordTeamChange(
  transaction: Transaction<Schema>,
  change: {
    readonly number: ClientNumber;
    readonly at: Instant;
    /** null: nobody, it happened by itself. */
    readonly actor: AccountId | null;
    readonly type: ClientEventType;
    /** Whom it is about, and in another line their role. */
    readonly message: string;
    readonly entry: ClientEntry;
  },
): Promise<void> {
  const { number, at, actor, type, message, entry } = change;
  await recordEvent(transaction, { number, type, at, actor, message });
  await recordClientEntry(transaction, { number, actor, at }, entry);
}

/** For the history: a name or an address, and a role in another line. */
export function inLines(name: string, role: ClientRole): string {
  return `${name}\n${role}`;
}
