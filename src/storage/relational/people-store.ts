import type { ExpressionBuilder, Transaction } from 'kysely';
import { type Account, displayName, hasActiveRole } from '../../domain/account.ts';
import type { NewAuditEvent } from '../../domain/audit-event.ts';
import {
  type AccountAction,
  type AccountActionOutcome,
  type PeopleSearch,
  type PeopleStore,
  type RoleChange,
  rolesAfter,
} from '../../domain/people.ts';
import { ACCOUNT_COLUMNS, accountFromRow } from './account-row.ts';
import { recordAuditEvent, takeTurnInAuditLog } from './audit-log.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';
import { roleTerm, storeSearchTerms } from './search-terms.ts';

/** No character comes after it. */
const LAST_CHARACTER = '\u{10FFFF}';

export function peopleStore(database: RelationalDatabase): PeopleStore {
  return {
    async searchPeople(search, { after, limit }) {
      const exact = await findByIdentifier(database, search);
      const rows = await database.reading
        .selectFrom('account')
        .where('account.environment', '=', 'live')
        .where((account) =>
          account.and([
            ...search.words.map((word) => account('account.id', 'in', foundBy(account, word))),
            ...searchConditions(account, search),
            ...(after === null ? [] : [account('account.id', '>', after)]),
            ...(exact.length === 0
              ? []
              : [
                  account(
                    'account.id',
                    'not in',
                    exact.map(({ id }) => id),
                  ),
                ]),
          ]),
        )
        .orderBy('account.id')
        .limit(limit)
        .select(ACCOUNT_COLUMNS)
        .execute();
      const others = rows.map(accountFromRow);
      return after === null ? [...exact, ...others].slice(0, limit) : others;
    },

    async deactivateAccount(action) {
      return changeAccount(database, action, {
        isNeeded: ({ isActive }) => isActive,
        after: (account) => ({ ...account, isActive: false }),
        event: () => ({ action: 'account.deactivated', details: {} }),
        async write(transaction) {
          await transaction
            .updateTable('account')
            .set({ is_active: 0, updated_at: action.at })
            .where('id', '=', action.accountId)
            .execute();
          await endEverything(transaction, action);
        },
      });
    },

    async reactivateAccount(action) {
      return changeAccount(database, action, {
        isNeeded: ({ isActive }) => !isActive,
        after: (account) => ({ ...account, isActive: true }),
        event: () => ({ action: 'account.reactivated', details: {} }),
        async write(transaction) {
          await transaction
            .updateTable('account')
            .set({ is_active: 1, updated_at: action.at })
            .where('id', '=', action.accountId)
            .execute();
        },
      });
    },

    async changeRole(action, roleChange) {
      return changeAccount(database, action, {
        isNeeded: ({ profile }) =>
          JSON.stringify(rolesAfter(profile.roles, roleChange)) !== JSON.stringify(profile.roles),
        after: (account) => withRoles(account, roleChange),
        event: () => roleEvent(roleChange),
        async write(transaction, { profile }) {
          await transaction
            .updateTable('account')
            .set({ profile: JSON.stringify(profile), updated_at: action.at })
            .where('id', '=', action.accountId)
            .execute();
          await storeSearchTerms(transaction, [{ accountId: action.accountId, profile }]);
        },
      });
    },
  };
}

async function findByIdentifier(
  { reading }: RelationalDatabase,
  search: PeopleSearch,
): Promise<readonly Account[]> {
  if (search.identifiers.length === 0) return [];
  const rows = await reading
    .selectFrom('account')
    .where('account.environment', '=', 'live')
    .where('account.id', 'in', (fitting) =>
      fitting
        .selectFrom('account_identifier')
        .where('identifier', 'in', search.identifiers)
        .select('account_id'),
    )
    .where((account) => account.and(searchConditions(account, search)))
    .orderBy('account.id')
    .select(ACCOUNT_COLUMNS)
    .execute();
  return rows.map(accountFromRow);
}

type OfAccount = ExpressionBuilder<Schema, 'account'>;

function searchConditions(account: OfAccount, { role, isActive }: PeopleSearch) {
  return [
    ...(role === null
      ? []
      : [
          account(
            'account.id',
            'in',
            account
              .selectFrom('account_search_term')
              .where('term', '=', roleTerm(role))
              .select('account_search_term.account_id'),
          ),
        ]),
    ...(isActive === null ? [] : [account('account.is_active', '=', isActive ? 1 : 0)]),
  ];
}

/** Ids of all with a word of the name, or an identifier, that begins so. */
function foundBy(account: OfAccount, word: string) {
  return account
    .selectFrom('account_search_term')
    .where('term', '>=', word)
    .where('term', '<', word + LAST_CHARACTER)
    .select('account_search_term.account_id')
    .unionAll(
      account
        .selectFrom('account_identifier')
        .where('identifier', '>=', word)
        .where('identifier', '<', word + LAST_CHARACTER)
        .select('account_identifier.account_id'),
    );
}

interface AccountChange {
  readonly isNeeded: (account: Account) => boolean;
  readonly after: (account: Account) => Account;
  readonly event: () => AccountEvent;
  /** @param after the account as it becomes */
  readonly write: (transaction: Transaction<Schema>, after: Account) => Promise<void>;
}

type AccountEvent = Extract<
  Pick<NewAuditEvent, 'action' | 'details'>,
  { action: NewAuditEvent['action'] }
>;

/** One at a time, so that the last two maintainers cannot end each other at once. */
async function changeAccount(
  database: RelationalDatabase,
  action: AccountAction,
  { isNeeded, after, event, write }: AccountChange,
): Promise<AccountActionOutcome> {
  return change(database, async (transaction) => {
    await takeTurnInAuditLog(transaction);
    const row = await transaction
      .selectFrom('account')
      .where('environment', '=', 'live')
      .where('id', '=', action.accountId)
      .select(ACCOUNT_COLUMNS)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (row === undefined) return 'not-found';
    const account = accountFromRow(row);
    if (!isNeeded(account)) return 'unchanged';
    const changed = after(account);
    if (await isLastMaintainer(transaction, { action, account, changed })) return 'last-maintainer';
    await write(transaction, changed);
    const { at, actor } = action;
    const subject = {
      type: 'account',
      id: String(action.accountId),
      label: displayName(account),
    } as const;
    await recordAuditEvent(transaction, { at, actor, subject, ...event() } as NewAuditEvent);
    return 'changed';
  });
}

async function isLastMaintainer(
  transaction: Transaction<Schema>,
  {
    action,
    account,
    changed,
  }: { readonly action: AccountAction; readonly account: Account; readonly changed: Account },
): Promise<boolean> {
  const { actor, today } = action;
  if (actor === null || !maintains(account, today) || maintains(changed, today)) return false;
  const others = await transaction
    .selectFrom('account_search_term')
    .innerJoin('account', 'account.id', 'account_search_term.account_id')
    .where('account_search_term.term', '=', roleTerm('Maintainer'))
    .where('account.id', '!=', account.id)
    .where('account.is_active', '=', 1)
    .select(ACCOUNT_COLUMNS)
    .execute();
  return !others.some((other) => maintains(accountFromRow(other), today));
}

function maintains({ isActive, profile }: Account, today: string): boolean {
  return isActive && hasActiveRole(profile, 'Maintainer', today);
}

function withRoles(account: Account, roleChange: RoleChange): Account {
  const { profile } = account;
  return { ...account, profile: { ...profile, roles: rolesAfter(profile.roles, roleChange) } };
}

function roleEvent(roleChange: RoleChange): AccountEvent {
  const { role } = roleChange;
  if (roleChange.type === 'ended') return { action: 'account.role-ended', details: { role } };
  const { startDate, endDate } = roleChange;
  return { action: 'account.role-given', details: { role, startDate, endDate } };
}

async function endEverything(
  transaction: Transaction<Schema>,
  { accountId, at }: AccountAction,
): Promise<void> {
  await transaction.deleteFrom('session').where('account_id', '=', accountId).execute();
  await transaction.deleteFrom('password_reset').where('account_id', '=', accountId).execute();
  await transaction
    .updateTable('authorization')
    .set({ revoked_at: at })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
}
