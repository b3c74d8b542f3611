import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimCode, ClaimDefinition } from '../../domain/claim.ts';
import { CheckboxField, Fieldset } from '../components/choice-field.tsx';
import { fieldId, type FieldProps } from '../components/field-wiring.tsx';

/** Name of each checkbox. */
const NAME = 'claims';

/** Id of the first checkbox, for the link of an error summary. */
export function claimsFieldId(categories: readonly ClaimCategory[]): string {
  return fieldId(NAME, categories[0]?.claims[0]?.code ?? '');
}

export interface ClaimsFieldProps {
  readonly categories: readonly ClaimCategory[];
  readonly chosen: readonly ClaimCode[];
  readonly error: FieldProps['error'];
}

/** Every data point the institution offers, to be ticked one by one: there is no "all". */
export function ClaimsField({ categories, chosen, error }: ClaimsFieldProps): JSX.Element {
  return (
    <Fieldset
      legend="Data points"
      id="claims-group"
      hint="Everybody sees each of them, with their own value, before they sign in to your app."
      error={error}
    >
      <div class="claim-categories">
        {categories.map((category) => (
          <fieldset class="claim-category">
            <legend class="claim-category-title">{category.label}</legend>
            <div class="claim-grid">
              {category.claims.map((claim) => (
                <ClaimChoice claim={claim} chosen={chosen} />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Fieldset>
  );
}

function ClaimChoice(props: {
  readonly claim: ClaimDefinition;
  readonly chosen: readonly ClaimCode[];
}): JSX.Element {
  const { code, label, hint } = props.claim;
  return (
    <CheckboxField
      name={NAME}
      value={code}
      label={label}
      checked={props.chosen.includes(code)}
      {...(hint === '' ? {} : { hint })}
    />
  );
}

/** Why fewer is better, and what comes anyway. */
export function FewerIsBetter(): JSX.Element {
  return (
    <div class="remark">
      <p>
        <strong>Ask for as little as you can.</strong> Fewer data points are approved sooner and
        refused by fewer people, and what you never had cannot leak from you.
      </p>
      <p>
        You always get a person’s <strong>account number</strong> and <strong>username</strong>.
        They are enough to know somebody again.
      </p>
    </div>
  );
}
