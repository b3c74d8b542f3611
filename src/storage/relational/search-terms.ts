import type { Transaction } from 'kysely';
import type { AccountId, Profile, RoleName } from '../../domain/account.ts';
import { searchWords } from '../../domain/people.ts';
import type { Schema } from './schema.ts';

/** People whose terms are stored at once: engines bound the parameters of a statement. */
const CHUNK = 500;

/** The term of everybody who holds, held or will hold a role. Words are in lower case, so none begins like it. */
export function roleTerm(role: RoleName): string {
  return `ROLE=${role}`;
}

/** Replaces what people are found by, in the transaction that stores their profiles. */
export async function storeSearchTerms(
  transaction: Transaction<Schema>,
  people: readonly { readonly accountId: AccountId; readonly profile: Profile }[],
): Promise<void> {
  if (people.length === 0) return;
  await transaction
    .deleteFrom('account_search_term')
    .where(
      'account_id',
      'in',
      people.map(({ accountId }) => accountId),
    )
    .execute();
  const rows = people.flatMap(({ accountId, profile }) =>
    termsOf(profile).map((term) => ({ term, account_id: accountId })),
  );
  for (let start = 0; start < rows.length; start += CHUNK) {
    await transaction
      .insertInto('account_search_term')
      .values(rows.slice(start, start + CHUNK))
      .execute();
  }
}

function termsOf({ records, roles }: Profile): readonly string[] {
  const person = records['person'];
  const names = [person?.['full_name'], person?.['short_name']].filter(
    (name) => typeof name === 'string',
  );
  // As stored: PostgreSQL has no U+0000.
  const words = searchWords(names.join(' ').replaceAll('\0', ' ').toWellFormed());
  return [...new Set([...words, ...roles.map(({ role }) => roleTerm(role))])];
}
