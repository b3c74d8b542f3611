import type { Selectable } from 'kysely';
import { type Account, type AccountIn, displayName } from '../../domain/account.ts';
import type { Environment } from '../../domain/environment.ts';
import { parseLanguage } from '../../domain/language.ts';
import type { SyntheticPerson } from '../../domain/synthetic-person.ts';
import { profileFromText } from './json-text.ts';
import type { AccountTable } from './schema.ts';

export type AccountRow = Pick<
  Selectable<AccountTable>,
  'environment' | 'id' | 'username' | 'profile' | 'is_active' | 'language'
>;

/** The columns of an `AccountRow`. */
export const ACCOUNT_COLUMNS = [
  'account.environment',
  'account.id',
  'account.username',
  'account.profile',
  'account.is_active',
  'account.language',
] as const;

/** A person. @throws Error for a row of somebody synthetic: a statement about people forgot to say so */
export function accountFromRow(row: AccountRow): Account {
  return accountIn('live', row);
}

/** Somebody synthetic. @throws Error for a row of a person */
export function syntheticPersonFromRow(row: AccountRow): SyntheticPerson {
  return accountIn('sandbox', row);
}

function accountIn<Where extends Environment>(
  environment: Where,
  row: AccountRow,
): AccountIn<Where> {
  if (row.environment !== environment) {
    throw new Error(`Account ${row.id} does not belong to the environment ${environment}.`);
  }
  return {
    environment,
    id: row.id,
    username: row.username,
    profile: profileFromText(row.profile),
    isActive: row.is_active === 1,
    language: parseLanguage(row.language) ?? null,
  };
}

export function nameFromRow(row: AccountRow): string {
  return displayName(accountFromRow(row));
}
