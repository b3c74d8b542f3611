import type { Expression, ExpressionBuilder, Selectable, SqlBool, Transaction } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import {
  type InvitationKey,
  type InvitationStore,
  MOST_INVITATIONS,
  type ReceivedInvitation,
} from '../../domain/client-invitation.ts';
import { type ClientRole, rolesFor } from '../../domain/client-role.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import { ACCOUNT_COLUMNS, type AccountRow, nameFromRow } from './account-row.ts';
import {
  inLines,
  insertMember,
  recordTeamChange,
  takeTurnAsMember,
  takeTurnInTeam,
} from './client-team.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

/** Invitations of a client change while its team keeps still, so that counting and answering take turns with it. */
export function clientInvitationStore(database: RelationalDatabase): InvitationStore {
  return {
    async listInvitations(number, accountId) {
      const rows = await invitations(database.reading)
        .where('client.number', '=', number)
        .where('client.number', 'in', (owned) =>
          owned
            .selectFrom('client_team_member')
            .where('account_id', '=', accountId)
            .where('role', 'in', rolesFor('team'))
            .select('client_number'),
        )
        .orderBy('client_invitation.id')
        .execute();
      return rows.map(invitationFromRow);
    },

    async inviteMember(action, { address, role, invitee, hash, expiresAt }) {
      return change(database, async (transaction) => {
        if ((await takeTurnAsMember(transaction, action, 'team')) === undefined) {
          return { type: 'not-found' };
        }
        const { number, actor, at } = action;
        const key = addressKey(address);
        const open = await transaction
          .selectFrom('client_invitation')
          .where('client_number', '=', number)
          .select('address_key')
          .execute();
        const isKnown = open.some(({ address_key: other }) => other === key);
        if (!isKnown && open.length >= MOST_INVITATIONS) return { type: 'too-many' };
        const sent = { role, invitee, hash, invited_by: actor, sent_at: at, expires_at: expiresAt };
        const { id } = await transaction
          .insertInto('client_invitation')
          .values({ client_number: number, address, address_key: key, ...sent })
          .onConflict((conflict) =>
            conflict.columns(['client_number', 'address_key']).doUpdateSet({ address, ...sent }),
          )
          .returning('id')
          .executeTakeFirstOrThrow();
        await recordTeamChange(transaction, {
          ...action,
          type: 'invitation-sent',
          message: inLines(address, role),
          entry: { action: 'client.invitation-sent', details: { address, role } },
        });
        return { type: 'invited', id };
      });
    },

    async renewInvitation(action, id, { hash, expiresAt }) {
      return change(database, async (transaction) => {
        if ((await takeTurnAsMember(transaction, action, 'team')) === undefined) return undefined;
        const renewed = await transaction
          .updateTable('client_invitation')
          .set({ hash, sent_at: action.at, expires_at: expiresAt })
          .where('id', '=', id)
          .where('client_number', '=', action.number)
          .returning('id')
          .executeTakeFirst();
        if (renewed === undefined) return undefined;
        const row = await invitations(transaction)
          .where('client_invitation.id', '=', id)
          .executeTakeFirstOrThrow();
        const { address, role } = row;
        await recordTeamChange(transaction, {
          ...action,
          type: 'invitation-sent',
          message: inLines(address, role),
          entry: { action: 'client.invitation-sent', details: { address, role } },
        });
        return invitationFromRow(row);
      });
    },

    async revokeInvitation(action, id) {
      return change(database, async (transaction) => {
        if ((await takeTurnAsMember(transaction, action, 'team')) === undefined) return 'not-found';
        const revoked = await transaction
          .deleteFrom('client_invitation')
          .where('id', '=', id)
          .where('client_number', '=', action.number)
          .returning(['address', 'role'])
          .executeTakeFirst();
        if (revoked === undefined) return 'not-found';
        const { address, role } = revoked;
        await recordTeamChange(transaction, {
          ...action,
          type: 'invitation-revoked',
          message: inLines(address, role),
          entry: { action: 'client.invitation-revoked', details: revoked },
        });
        return 'revoked';
      });
    },

    async findInvitation(key, at) {
      const row = await invitations(database.reading).where(isOpenedBy(key, at)).executeTakeFirst();
      return row && invitationFromRow(row);
    },

    async acceptInvitation(key, answer) {
      return change(database, async (transaction) => {
        const used = await useUp(transaction, key, answer);
        if (used === undefined) return 'not-found';
        const { client_number: number, role, address } = used;
        const { actor, at } = answer;
        const joined = await insertMember(transaction, { number, accountId: actor, role, at });
        if (!joined) return 'already-member';
        await recordAnswer(transaction, { ...answer, number, address, role, type: 'accepted' });
        return 'joined';
      });
    },

    async declineInvitation(key, answer) {
      return change(database, async (transaction) => {
        const used = await useUp(transaction, key, answer);
        if (used === undefined) return 'not-found';
        const { client_number: number, role, address } = used;
        await recordAnswer(transaction, { ...answer, number, address, role, type: 'declined' });
        return 'declined';
      });
    },
  };
}

function invitations(db: RelationalDatabase['reading']) {
  return db
    .selectFrom('client_invitation')
    .innerJoin('client', 'client.number', 'client_invitation.client_number')
    .innerJoin('account', 'account.id', 'client_invitation.invited_by')
    .select([
      'client_invitation.id as invitation_id',
      'client_invitation.address',
      'client_invitation.role',
      'client_invitation.invitee',
      'client_invitation.sent_at',
      'client_invitation.expires_at',
      'client.number',
      'client.name',
      'client.logo_path',
    ])
    .select(ACCOUNT_COLUMNS);
}

type InvitationTable = Selectable<Schema['client_invitation']>;
type InvitationRow = AccountRow &
  Pick<InvitationTable, 'address' | 'role' | 'invitee' | 'sent_at' | 'expires_at'> &
  Pick<Selectable<Schema['client']>, 'number' | 'name' | 'logo_path'> & {
    readonly invitation_id: number;
  };

function invitationFromRow(row: InvitationRow): ReceivedInvitation {
  return {
    id: row.invitation_id,
    address: row.address,
    role: row.role,
    invitee: row.invitee,
    invitedByName: nameFromRow(row),
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    clientNumber: row.number,
    app: row.name,
    logoPath: row.logo_path,
  };
}

/** The same address, however it is written. */
function addressKey(address: string): string {
  return address.normalize('NFKC').toLowerCase();
}

/** Condition on `client_invitation`: whoever comes with the key may answer it now. */
function isOpenedBy(
  key: InvitationKey,
  at: Instant,
): (invitation: ExpressionBuilder<Schema, 'client_invitation'>) => Expression<SqlBool> {
  return (invitation) =>
    invitation.and([
      invitation('client_invitation.expires_at', '>', at),
      ...(key.type === 'link'
        ? [invitation('client_invitation.hash', '=', key.hash)]
        : [
            invitation('client_invitation.id', '=', key.id),
            invitation('client_invitation.invitee', '=', key.invitee),
          ]),
    ]);
}

interface Answer {
  readonly actor: AccountId;
  readonly at: Instant;
}

/** Takes the invitation away, once its team keeps still; undefined: somebody was faster, or it opens nothing. */
async function useUp(
  transaction: Transaction<Schema>,
  key: InvitationKey,
  { at }: Answer,
): Promise<Pick<InvitationTable, 'client_number' | 'address' | 'role'> | undefined> {
  const found = await transaction
    .selectFrom('client_invitation')
    .where(isOpenedBy(key, at))
    .select('client_number')
    .executeTakeFirst();
  if (found === undefined) return undefined;
  await takeTurnInTeam(transaction, found.client_number);
  return transaction
    .deleteFrom('client_invitation')
    .where(isOpenedBy(key, at))
    .returning(['client_number', 'address', 'role'])
    .executeTakeFirst();
}

async function recordAnswer(
  transaction: Transaction<Schema>,
  answer: Answer & {
    readonly number: ClientNumber;
    readonly address: string;
    readonly role: ClientRole;
    readonly type: 'accepted' | 'declined';
  },
): Promise<void> {
  const { type, address, role } = answer;
  await recordTeamChange(transaction, {
    ...answer,
    type: `invitation-${type}`,
    message: inLines(address, role),
    entry: { action: `client.invitation-${type}`, details: { address, role } },
  });
}
