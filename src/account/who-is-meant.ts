import type { AccountWithPassword } from '../domain/account.ts';
import type { Storage } from '../domain/storage.ts';
import type { AttemptTarget } from './attempt-limits.ts';
import { signInIdentifiers, type PhoneSettings } from './sign-in-identifier.ts';

/** The one account that what was typed leads to, if any, and what an attempt with it is counted against. */
export async function whoIsMeant(
  typed: string,
  deps: {
    readonly storage: Pick<Storage, 'findAccountBySignInIdentifier'>;
    readonly institution: PhoneSettings;
  },
): Promise<{ readonly found: AccountWithPassword | undefined; readonly target: AttemptTarget }> {
  const identifiers = signInIdentifiers(typed, deps.institution);
  const found = await deps.storage.findAccountBySignInIdentifier(identifiers);
  if (found !== undefined) return { found, target: { type: 'account', id: found.account.id } };
  // The last candidate is the same however a phone number is grouped.
  return { found, target: { type: 'nobody', identifier: identifiers.at(-1) ?? '' } };
}
