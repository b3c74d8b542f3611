import type { Selectable } from 'kysely';
import { type Account, displayName } from '../../domain/account.ts';
import { parseLanguage } from '../../domain/language.ts';
import { profileFromText } from './json-text.ts';
import type { AccountTable } from './schema.ts';

export type AccountRow = Pick<
  Selectable<AccountTable>,
  'id' | 'username' | 'profile' | 'is_active' | 'language'
>;

/** The columns of an `AccountRow`. */
export const ACCOUNT_COLUMNS = [
  'account.id',
  'account.username',
  'account.profile',
  'account.is_active',
  'account.language',
] as const;

export function accountFromRow(row: AccountRow): Account {
  return {
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
