import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimCode } from '../../domain/claim.ts';

export interface ClaimListProps {
  readonly categories: readonly ClaimCategory[];
  readonly codes: readonly ClaimCode[];
  /** What to say beside one of them. */
  readonly mark?: (code: ClaimCode) => JSX.Element | null;
  /** What to say under one of them. */
  readonly note?: (code: ClaimCode) => JSX.Element | null;
  /** Says what each of them holds, where the catalogue tells. */
  readonly explained?: boolean;
}

/** Data points by category, in the order of the catalogue. */
export function ClaimList(props: ClaimListProps): JSX.Element {
  const { categories, codes, mark, note, explained = false } = props;
  const shown = categories
    .map(({ label, claims }) => ({
      label,
      claims: claims.filter(({ code }) => codes.includes(code)),
    }))
    .filter(({ claims }) => claims.length > 0);
  return (
    <dl class="definitions">
      {shown.map(({ label, claims }) => (
        <div class="definition">
          <dt>{label}</dt>
          <dd>
            <ul class="claim-list">
              {claims.map((claim) => (
                <li>
                  {claim.label} {mark?.(claim.code)}
                  {explained && claim.hint !== '' ? <p class="muted">{claim.hint}</p> : null}
                  {note?.(claim.code)}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The label of a data point, with its category where two have the same: `Joining date (student)`. */
export function claimName(code: ClaimCode, categories: readonly ClaimCategory[]): string {
  const all = categories.flatMap((category) =>
    category.claims.map((claim) => ({ claim, category })),
  );
  const found = all.find(({ claim }) => claim.code === code);
  if (found === undefined) return code;
  const { claim, category } = found;
  const isAmbiguous = all.filter((other) => other.claim.label === claim.label).length > 1;
  return isAmbiguous ? `${claim.label} (${category.label})` : claim.label;
}
