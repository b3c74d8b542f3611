import type { Account } from '../domain/account.ts';
import type { Storage } from '../domain/storage.ts';
import { RefusalError } from './machine.ts';

/**
 * The person a command is about.
 * @throws RefusalError when nobody has the username
 */
export async function findPerson(
  username: string,
  storage: Pick<Storage, 'findAccountByUsername'>,
): Promise<Account> {
  const account = await storage.findAccountByUsername(username);
  if (account === undefined) throw new RefusalError(`Nobody has the username ${username}.`);
  return account;
}
