import type { Transaction } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import type { AccountStore, ImportedAccount, ImportOutcome } from '../../domain/account.ts';
import type { Instant } from '../../domain/clock.ts';
import { type JsonText, profileFromText } from './json-text.ts';
import { change, readSnapshot, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';
import { storeSearchTerms } from './search-terms.ts';

/** An account as an import reads and writes it. */
interface StoredAccount {
  readonly username: string;
  readonly profile: JsonText;
  readonly passwordHash: string | null;
  readonly isActive: boolean;
  /** In order, so that two lists compare. */
  readonly identifiers: readonly string[];
}

interface ImportPlan {
  readonly outcomes: readonly ImportOutcome[];
  readonly changed: readonly StoredAccount[];
}

/** Reads and writes many people per statement, since an import has a hundred thousand. */
export function accountImportStore(
  database: RelationalDatabase,
): Pick<AccountStore, 'importAccounts'> {
  return {
    async importAccounts(batch, { at, dryRun }) {
      if (dryRun) {
        const plan = await readSnapshot(database, async (reads) => planImport(reads, batch));
        return plan.outcomes;
      }
      return change(database, async (transaction) => {
        await lockForImport(transaction, batch);
        const { outcomes, changed } = await planImport(transaction, batch);
        await storeAccounts(transaction, changed, at);
        return outcomes;
      });
    },
  };
}

/**
 * One import at a time, so that each person is created once, and nobody changes the people of this one meanwhile:
 * else a new password would be overwritten by the one it replaced.
 */
async function lockForImport(
  transaction: Transaction<Schema>,
  batch: readonly ImportedAccount[],
): Promise<void> {
  await transaction.selectFrom('installation').select('holds_demo_data').forUpdate().execute();
  for (const some of chunks(batch)) {
    await transaction
      .selectFrom('account')
      .where(
        'username',
        'in',
        some.map(({ username }) => username),
      )
      .orderBy('id')
      .select('id')
      .forNoKeyUpdate()
      .execute();
  }
}

async function planImport(
  transaction: Transaction<Schema>,
  batch: readonly ImportedAccount[],
): Promise<ImportPlan> {
  const usernames = batch.map(({ username }) => username);
  const known = await readAccounts(transaction, usernames);
  const changed = new Map<string, StoredAccount>();
  const outcomes = batch.map((person) => {
    const present = known.get(person.username);
    const wanted = accountAfterImport(person, present);
    if (present !== undefined && isSame(present, wanted)) return 'unchanged';
    // Whoever stands in the batch twice is compared with what the first line made of them.
    known.set(wanted.username, wanted);
    changed.set(wanted.username, wanted);
    return present === undefined ? 'created' : 'updated';
  });
  return { outcomes, changed: [...changed.values()] };
}

function accountAfterImport(
  { username, revise, passwordHash, isActive }: ImportedAccount,
  present: StoredAccount | undefined,
): StoredAccount {
  const { profile, identifiers } = revise(present && profileFromText(present.profile));
  return {
    username,
    profile: JSON.stringify(profile),
    passwordHash: passwordHash ?? present?.passwordHash ?? null,
    isActive: isActive ?? present?.isActive ?? true,
    identifiers: identifiers.toSorted(),
  };
}

function isSame(present: StoredAccount, wanted: StoredAccount): boolean {
  return (
    isDeepStrictEqual({ ...present, profile: '' }, { ...wanted, profile: '' }) &&
    (present.profile === wanted.profile ||
      // The same in another order.
      isDeepStrictEqual(JSON.parse(present.profile), JSON.parse(wanted.profile)))
  );
}

async function readAccounts(
  transaction: Transaction<Schema>,
  usernames: readonly string[],
): Promise<Map<string, StoredAccount>> {
  const found = new Map<string, StoredAccount>();
  for (const some of chunks(usernames)) {
    const rows = await transaction
      .selectFrom('account')
      .where('environment', '=', 'live')
      .where('username', 'in', some)
      .select(['id', 'username', 'profile', 'password_hash', 'is_active'])
      .execute();
    const identifiers = await transaction
      .selectFrom('account_identifier')
      .innerJoin('account', 'account.id', 'account_identifier.account_id')
      .where('account.environment', '=', 'live')
      .where('account.username', 'in', some)
      .select(['account_identifier.account_id', 'account_identifier.identifier'])
      .execute();
    const byAccount = Map.groupBy(identifiers, (row) => row.account_id);
    for (const { id, username, profile, password_hash, is_active } of rows) {
      if (username === null) continue;
      found.set(username, {
        username,
        profile,
        passwordHash: password_hash,
        isActive: is_active === 1,
        identifiers: (byAccount.get(id) ?? []).map((row) => row.identifier).toSorted(),
      });
    }
  }
  return found;
}

async function storeAccounts(
  transaction: Transaction<Schema>,
  accounts: readonly StoredAccount[],
  at: Instant,
): Promise<void> {
  for (const some of chunks(accounts)) {
    const stored = await transaction
      .insertInto('account')
      .values(
        some.map(({ username, profile, passwordHash, isActive }) => ({
          environment: 'live' as const,
          username,
          profile,
          password_hash: passwordHash,
          is_active: isActive ? (1 as const) : (0 as const),
          created_at: at,
          updated_at: at,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['environment', 'username']).doUpdateSet((update) => ({
          profile: update.ref('excluded.profile'),
          password_hash: update.ref('excluded.password_hash'),
          is_active: update.ref('excluded.is_active'),
          updated_at: update.ref('excluded.updated_at'),
        })),
      )
      .returning(['id', 'username'])
      .execute();
    const ids = new Map(stored.map(({ id, username }) => [username, id]));
    await transaction
      .deleteFrom('account_identifier')
      .where('account_id', 'in', [...ids.values()])
      .execute();
    const identifiers = some.flatMap((account) => {
      const accountId = ids.get(account.username);
      if (accountId === undefined) throw new Error('An account was stored without an id.');
      return account.identifiers.map((identifier) => ({ identifier, account_id: accountId }));
    });
    for (const rows of chunks(identifiers)) {
      await transaction.insertInto('account_identifier').values(rows).execute();
    }
    await storeSearchTerms(
      transaction,
      some.flatMap(({ username, profile }) => {
        const accountId = ids.get(username);
        return accountId === undefined ? [] : { accountId, profile: profileFromText(profile) };
      }),
    );
  }
}

/** Rows per statement: engines bound the parameters of one. */
const CHUNK = 500;

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
