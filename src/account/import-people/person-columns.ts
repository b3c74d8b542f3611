import { claimField, type ClaimCatalogue, type ClaimDefinition } from '../../domain/claim.ts';
import { importFault, type ImportFault } from '../../domain/import-problem.ts';
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
  | { readonly type: 'unknown'; readonly fault: ImportFault };

const OWN_COLUMNS: Readonly<Record<string, PersonColumn>> = {
  username: { type: 'username' },
  password_hash: { type: 'password-hash' },
  is_active: { type: 'is-active' },
  roles: { type: 'roles' },
  custom_roles: { type: 'custom-roles' },
};

/** The columns that a file may have: those of the account, and one for each claim, named by its code. */
export function personColumns(catalogue: ClaimCatalogue): (name: string) => ColumnLookup {
  const columns = new Map(Object.entries(OWN_COLUMNS));
  for (const claim of catalogue.byCode.values()) columns.set(claim.code, claimColumn(claim));
  return (name) => {
    const column = columns.get(name);
    return column === undefined
      ? { type: 'unknown', fault: columnFault(name, [...columns.keys()]) }
      : { type: 'column', column };
  };
}

function claimColumn(claim: ClaimDefinition): PersonColumn {
  const { type: valueType, category } = claim;
  if (valueType === 'roles' || valueType === 'custom-roles') return { type: valueType };
  return { type: 'claim', category, field: claimField(claim), valueType };
}

function columnFault(name: string, known: readonly string[]): ImportFault {
  if (/^(?:plain_?)?passw(?:or)?d$/iu.test(name)) return importFault('plain-passwords');
  const squashed = squash(name);
  const meant = known.find(
    (code) => squash(code) === squashed || squash(code.slice(code.indexOf('.') + 1)) === squashed,
  );
  return meant === undefined
    ? importFault('unknown-column')
    : importFault('misspelt-column', meant);
}

function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
