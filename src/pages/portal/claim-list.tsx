import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimCode } from '../../domain/claim.ts';

export interface ClaimListProps {
  readonly categories: readonly ClaimCategory[];
  readonly codes: readonly ClaimCode[];
  /** What to say beside one of them. */
  readonly mark: (code: ClaimCode) => JSX.Element | null;
}

/** Data points by category, in the order of the catalogue. */
export function ClaimList({ categories, codes, mark }: ClaimListProps): JSX.Element {
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
                  {claim.label} {mark(claim.code)}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
