import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimDefinition } from '../../domain/claim.ts';
import { Fieldset } from '../components/choice-field.tsx';
import { fieldId, type FieldProps } from '../components/field-wiring.tsx';
import { usePageMessages } from '../messages/messages.ts';

/** Name of each checkbox. */
const NAME = 'claims';

/** A data point as it was ticked, with what was typed beside it. */
export interface ChosenClaim {
  readonly code: string;
  readonly optional: boolean;
  readonly reason: string;
}

/** Id of the first checkbox, for the link of an error summary. */
export function claimsFieldId(categories: readonly ClaimCategory[]): string {
  return fieldId(NAME, categories[0]?.claims[0]?.code ?? '');
}

export interface ClaimsFieldProps {
  readonly categories: readonly ClaimCategory[];
  readonly chosen: readonly ChosenClaim[];
  readonly error: FieldProps['error'];
}

/**
 * Every data point the institution offers, to be ticked one by one: there is no "all". Beside a ticked one, what for
 * and whether it may be left out. Sends `claims`, `optional` (codes) and `reason.<code>`.
 */
export function ClaimsField({ categories, chosen, error }: ClaimsFieldProps): JSX.Element {
  const text = usePageMessages().portalFields;
  return (
    <Fieldset legend={text.claims} id="claims-group" hint={text.claimsHint} error={error}>
      <div class="claim-categories">
        {categories.map((category) => (
          <fieldset class="claim-category">
            <legend class="claim-category-title">{category.label}</legend>
            <div class="claim-grid">
              {category.claims.map((claim) => (
                <ClaimChoice
                  claim={claim}
                  chosen={chosen.find(({ code }) => code === claim.code)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Fieldset>
  );
}

/** As small as can be: there are dozens of them on a page. */
function ClaimChoice(props: {
  readonly claim: ClaimDefinition;
  readonly chosen: ChosenClaim | undefined;
}): JSX.Element {
  const text = usePageMessages().portalFields;
  const { code, label, hint } = props.claim;
  const id = fieldId(NAME, code);
  return (
    <div class="choice claim-choice">
      <input
        class="choice-control"
        type="checkbox"
        id={id}
        name={NAME}
        value={code}
        checked={props.chosen !== undefined}
        aria-describedby={hint === '' ? undefined : `${id}-hint`}
      />
      <div class="choice-text">
        <label class="choice-label" for={id}>
          {label}
        </label>
        {hint === '' ? null : (
          <p class="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <div class="claim-terms">
          <input
            class="input"
            name={`reason.${code}`}
            value={props.chosen?.reason}
            maxlength={140}
            aria-label={text.reasonOf(label)}
            placeholder={text.reasonPlaceholder}
          />
          <label class="claim-optional">
            <input
              type="checkbox"
              name="optional"
              value={code}
              checked={props.chosen?.optional === true}
              aria-label={text.optionalOf(label)}
            />
            {text.optional}
          </label>
        </div>
      </div>
    </div>
  );
}

/** Why fewer is better, and what comes anyway. */
export function FewerIsBetter(): JSX.Element {
  const text = usePageMessages().portalFields;
  return (
    <div class="remark">
      <p>{text.fewer(<strong>{text.fewerTitle}</strong>)}</p>
      <p>{text.explain}</p>
      <p>{text.always(<strong>{text.accountNumber}</strong>, <strong>{text.username}</strong>)}</p>
    </div>
  );
}
