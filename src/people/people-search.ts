import {
  type Account,
  type AccountId,
  ROLE_NAMES,
  type SignInIdentifier,
} from '../domain/account.ts';
import { type PeopleSearch, searchWords } from '../domain/people.ts';
import type { Storage } from '../domain/storage.ts';

/** As typed. */
export interface PeopleSearchForm {
  readonly query: string;
  /** One of `ROLE_NAMES`; anything else: whatever role. */
  readonly role: string;
  /** `active` or `deactivated`; anything else: both. */
  readonly state: string;
}

export interface FoundPeople {
  readonly people: readonly Account[];
  /** The last one of this page, after whom there are more; null: there are none. */
  readonly next: AccountId | null;
}

const STATES: ReadonlyMap<string, boolean> = new Map([
  ['active', true],
  ['deactivated', false],
]);

/** People on a page. */
const PAGE = 50;
/** More words than a name has only cost time. */
const MOST_WORDS = 8;

/**
 * Finds people by the beginnings of their names and identifiers; without a query, everybody.
 * @param page.identifiers what the query would sign in
 */
export async function findPeople(
  form: PeopleSearchForm,
  page: { readonly after: AccountId | null; readonly identifiers: readonly SignInIdentifier[] },
  { storage }: { readonly storage: Pick<Storage, 'searchPeople'> },
): Promise<FoundPeople> {
  const search: PeopleSearch = {
    identifiers: page.identifiers,
    words: searchWords(form.query).slice(0, MOST_WORDS),
    role: ROLE_NAMES.find((role) => role === form.role) ?? null,
    isActive: STATES.get(form.state) ?? null,
  };
  const people = await storage.searchPeople(search, { after: page.after, limit: PAGE + 1 });
  const shown = people.slice(0, PAGE);
  return { people: shown, next: people.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}
