import { claimField, type ClaimCatalogue, type ClaimDefinition } from '../../domain/claim.ts';
import type { RecordClaimType } from './claim-value.ts';

/** What a column of the file is about. */
export type PersonColumn =
  | { readonly type: 'username' | 'password-hash' | 'is-active' | 'roles' | 'custom-roles' }
  | {
      readonly type: 'claim';
      readonly category: string;
      readonly field: string;
      readonly valueType: RecordClaimType;
    };

export type ColumnLookup =
  | { readonly type: 'column'; readonly column: PersonColumn }
  | { readonly type: 'unknown'; readonly advice: string };

const OWN_COLUMNS: Readonly<Record<string, PersonColumn>> = {
  username: { type: 'username' },
  password_hash: { type: 'password-hash' },
  is_active: { type: 'is-active' },
  roles: { type: 'roles' },
  custom_roles: { type: 'custom-roles' },
};

const PASSWORD_ADVICE =
  'plain passwords are not imported. Remove this column and let people choose a password with a mailed link, ' +
  'or name it password_hash and fill it with argon2id or Django pbkdf2_sha256 hashes';

/** The columns that a file may have: those of the account, and one for each claim, named by its code. */
export function personColumns(catalogue: ClaimCatalogue): (name: string) => ColumnLookup {
  const columns = new Map(Object.entries(OWN_COLUMNS));
  for (const claim of catalogue.byCode.values()) columns.set(claim.code, claimColumn(claim));
  return (name) => {
    const column = columns.get(name);
    return column === undefined
      ? { type: 'unknown', advice: adviceFor(name, [...columns.keys()]) }
      : { type: 'column', column };
  };
}

function claimColumn(claim: ClaimDefinition): PersonColumn {
  const { type: valueType, category } = claim;
  if (valueType === 'roles' || valueType === 'custom-roles') return { type: valueType };
  return { type: 'claim', category, field: claimField(claim), valueType };
}

function adviceFor(name: string, known: readonly string[]): string {
  if (/^(?:plain_?)?passw(?:or)?d$/iu.test(name)) return PASSWORD_ADVICE;
  const squashed = squash(name);
  const meant = known.find(
    (code) => squash(code) === squashed || squash(code.slice(code.indexOf('.') + 1)) === squashed,
  );
  if (meant !== undefined) return `there is no such column: did you mean ${meant}?`;
  return 'there is no such column: remove it, or name it like a data point, e.g. student.start_date';
}

function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
