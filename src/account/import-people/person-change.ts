import type {
  PasswordHash,
  Profile,
  ProfileRecord,
  RoleAssignment,
  RoleName,
} from '../../domain/account.ts';
import type { JsonValue } from '../../domain/claim.ts';
import { importFault, type ImportProblem } from '../../domain/import-problem.ts';
import { parsePasswordHash } from '../password-hash.ts';
import { readBoolean, readClaimValue } from './claim-value.ts';
import { value, wrong, type ParsedValue } from './parsed-value.ts';
import type { ColumnLookup, PersonColumn } from './person-columns.ts';
import type { PersonCells } from './person-line.ts';
import { BUILT_IN_ROLES, CUSTOM_ROLES, parseRoles } from './role-list.ts';

/** What the file says about one person. What it does not mention stays as it is. */
export interface PersonChange {
  username?: string;
  passwordHash?: PasswordHash;
  isActive?: boolean;
  roles?: readonly RoleAssignment<RoleName>[];
  customRoles?: readonly RoleAssignment[];
  /** Category → field → value; null: known to be unset. */
  readonly records: Map<string, Map<string, JsonValue>>;
}

export type ParsedPerson =
  | { readonly type: 'person'; readonly username: string; readonly change: PersonChange }
  | {
      readonly type: 'wrong';
      readonly problems: readonly Omit<ImportProblem, 'line'>[];
    };

/** The column `username` of a model of Django has at most 150 characters. */
const LONGEST_USERNAME = 150;

/** Understands one person's cells, or names everything that is wrong with them. */
export function parsePerson(
  cells: PersonCells,
  lookUp: (column: string) => ColumnLookup,
): ParsedPerson {
  const change: PersonChange = { records: new Map() };
  const problems: Omit<ImportProblem, 'line'>[] = [];
  const named = new Set<PersonColumn['type']>();
  for (const [name, cell] of cells) {
    const found = lookUp(name);
    if (found.type === 'unknown') {
      problems.push({ column: name, fault: found.fault });
      continue;
    }
    const { column } = found;
    const isNamedTwice = column.type !== 'claim' && named.has(column.type);
    named.add(column.type);
    const applied = isNamedTwice ? wrong('two-columns') : apply(column, cell, change);
    if (applied.type === 'wrong') problems.push({ column: name, fault: applied.fault });
  }
  if (!named.has('username')) {
    problems.push({ column: 'username', fault: importFault('no-username') });
  }
  if (problems.length > 0 || change.username === undefined) return { type: 'wrong', problems };
  return { type: 'person', username: change.username, change };
}

function apply(column: PersonColumn, cell: unknown, change: PersonChange): ParsedValue<unknown> {
  const isEmpty = cell === null || (typeof cell === 'string' && cell.trim() === '');
  switch (column.type) {
    case 'username':
      return keep(readUsername(cell), (username) => (change.username = username));
    case 'password-hash':
      if (isEmpty) return value(undefined);
      return keep(readPasswordHash(cell), (hash) => (change.passwordHash = hash));
    case 'is-active':
      if (isEmpty) return value(undefined);
      return keep(
        readBoolean(typeof cell === 'string' ? cell.trim() : cell),
        (isActive) => (change.isActive = isActive),
      );
    case 'roles':
      return keep(
        parseRoles(isEmpty ? '' : cell, BUILT_IN_ROLES),
        (roles) => (change.roles = roles),
      );
    case 'custom-roles':
      return keep(
        parseRoles(isEmpty ? '' : cell, CUSTOM_ROLES),
        (roles) => (change.customRoles = roles),
      );
    case 'claim':
      return keep(isEmpty ? value(null) : readClaimValue(column.valueType, cell), (claimValue) => {
        const record = change.records.get(column.category) ?? new Map<string, JsonValue>();
        change.records.set(column.category, record.set(column.field, claimValue));
      });
  }
}

function keep<Value>(
  parsed: ParsedValue<Value>,
  store: (value: Value) => unknown,
): ParsedValue<Value> {
  if (parsed.type === 'value') store(parsed.value);
  return parsed;
}

function readUsername(cell: unknown): ParsedValue<string> {
  const text = Number.isSafeInteger(cell) ? String(cell) : cell;
  const username = typeof text === 'string' ? text.normalize('NFKC').trim() : '';
  if (username === '') return wrong('empty-username');
  if (username.length > LONGEST_USERNAME) return wrong('too-long', LONGEST_USERNAME);
  if (/[\s\p{C}]/u.test(username)) return wrong('username-with-spaces');
  return value(username);
}

/** Never quotes what it could not read: that may be a hash with a typing error. */
function readPasswordHash(cell: unknown): ParsedValue<PasswordHash> {
  // Django's Argon2PasswordHasher puts its own name in front of the PHC string.
  const hash =
    typeof cell === 'string' ? cell.trim().replace(/^argon2\$argon2id\$/u, '$argon2id$') : '';
  if (parsePasswordHash(hash) !== undefined) return value(hash);
  return wrong('no-password-hash');
}

/**
 * The profile after an import: the file's word for the claims it has columns for, the present one for the rest.
 * A record in which nothing is set does not exist (wire contract §1.4), but for `person`: whoever is imported is one.
 */
export function profileAfter(change: PersonChange, present: Profile | undefined): Profile {
  const records: Record<string, ProfileRecord> = { person: {}, ...present?.records };
  for (const [category, fields] of change.records) {
    const record = { ...records[category], ...Object.fromEntries(fields) };
    const set = Object.entries(record).filter(([, fieldValue]) => fieldValue !== null);
    records[category] = Object.fromEntries(set);
  }
  const existing = Object.entries(records).filter(
    ([category, record]) =>
      category === 'person' || !change.records.has(category) || Object.keys(record).length > 0,
  );
  return {
    records: Object.fromEntries(existing),
    roles: change.roles ?? present?.roles ?? [],
    customRoles: change.customRoles ?? present?.customRoles ?? [],
  };
}
