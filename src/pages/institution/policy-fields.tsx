import type { JSX } from 'hono/jsx/jsx-runtime';

import { CheckboxField, Fieldset, RadioGroup } from '../components/choice-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import { Configured } from './configured.tsx';
import {
  POLICY_FIELD_NAMES as NAMES,
  policyProblemText,
  type PolicyFieldsProps,
  type PolicyMember,
} from './policy-form.ts';
import type { Policy } from './policy-words.ts';

/** The fields of each policy. */
export const POLICY_FIELDS: Readonly<Record<Policy, (props: PolicyFieldsProps) => JSX.Element>> = {
  tokens: TokenFields,
  consent: ConsentFields,
  review: ReviewFields,
  sandbox: SandboxFields,
  leakedSecrets: LeakFields,
  notifications: NotificationFields,
};

function textOf({ frame }: PolicyFieldsProps) {
  return messages(frame.language).institutionPolicies;
}

function errorOf(props: PolicyFieldsProps, member: PolicyMember): string | undefined {
  const problem = props.problems[member];
  return problem && policyProblemText(problem, textOf(props).problems);
}

function TokenFields(props: PolicyFieldsProps): JSX.Element {
  const { frame, values } = props;
  const text = textOf(props).tokens;
  return (
    <>
      <div class="field-pair">
        <TextField
          name={NAMES.accessTokenAmount}
          label={text.amount}
          value={values.accessTokenAmount}
          error={errorOf(props, 'accessTokenAmount')}
          inputmode="numeric"
          autocomplete="off"
          describedBy="token-lifetime-hint"
        />
        <SelectField
          name={NAMES.accessTokenUnit}
          label={text.unit}
          value={values.accessTokenUnit}
          error={errorOf(props, 'accessTokenUnit')}
          options={Object.entries(text.units).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <p class="field-hint" id="token-lifetime-hint">
        {text.amountHint} <Configured frame={frame} value={props.configured.lifetime} />
      </p>
      <OptionalNumber
        {...props}
        member="refreshTokenUnusedDays"
        label={text.unused}
        hint={text.unusedHint}
      />
    </>
  );
}

function ConsentFields(props: PolicyFieldsProps): JSX.Element {
  const text = textOf(props).consent;
  return (
    <RadioGroup
      name={NAMES.remember}
      label={text.label}
      value={props.values.remember}
      error={errorOf(props, 'remember')}
      options={[
        { value: 'always-ask', label: text.alwaysAsk, hint: text.alwaysAskHint },
        { value: 'ask-when-changed', label: text.askWhenChanged, hint: text.askWhenChangedHint },
      ]}
    />
  );
}

function ReviewFields(props: PolicyFieldsProps): JSX.Element {
  const text = textOf(props).review;
  return (
    <>
      <CheckboxField
        name={NAMES.fourEyes}
        label={text.fourEyes}
        hint={text.fourEyesHint}
        checked={props.values.fourEyes}
      />
      <OptionalNumber
        {...props}
        member="reattestAfterMonths"
        label={text.reattest}
        hint={text.reattestHint}
      />
      <ClaimChoices {...props} member="autoApprovedClaims" label={text.auto} hint={text.autoHint} />
      <ClaimChoices {...props} member="usualClaims" label={text.usual} hint={text.usualHint} />
    </>
  );
}

/** A whole number, or nothing for "never". */
function OptionalNumber(
  props: PolicyFieldsProps & {
    readonly member: 'refreshTokenUnusedDays' | 'reattestAfterMonths';
    readonly label: string;
    readonly hint: string;
  },
): JSX.Element {
  const { member } = props;
  return (
    <div class="field-number">
      <TextField
        name={NAMES[member]}
        label={props.label}
        hint={props.hint}
        value={props.values[member]}
        error={errorOf(props, member)}
        inputmode="numeric"
        autocomplete="off"
      />
    </div>
  );
}

/** Data points to tick, folded up behind how many are. */
function ClaimChoices(
  props: PolicyFieldsProps & {
    readonly member: 'autoApprovedClaims' | 'usualClaims';
    readonly label: string;
    readonly hint: string;
  },
): JSX.Element {
  const { member, label, categories } = props;
  const name = NAMES[member];
  const chosen = props.values[member];
  const error = errorOf(props, member);
  return (
    <Fieldset legend={label} hint={props.hint} error={error} id={name.replaceAll('_', '-')}>
      <details class="disclosure" open={error !== undefined}>
        <summary>
          {textOf(props).review.chosen(chosen.length)}
          <span class="visually-hidden"> {label}</span>
        </summary>
        <div class="claim-categories">
          {categories.map((category) => (
            <fieldset class="claim-category">
              <legend class="claim-category-title">{category.label}</legend>
              <div class="claim-grid">
                {category.claims.map((claim) => (
                  <CheckboxField
                    name={name}
                    value={claim.code}
                    label={claim.label}
                    checked={chosen.includes(claim.code)}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      </details>
    </Fieldset>
  );
}

function SandboxFields(props: PolicyFieldsProps): JSX.Element {
  const text = textOf(props).sandbox;
  return (
    <RadioGroup
      name={NAMES.sandbox}
      label={text.label}
      hint={<Configured frame={props.frame} value={props.configured.sandbox} />}
      value={props.values.sandbox}
      error={errorOf(props, 'sandbox')}
      options={[
        { value: 'on', label: text.on, hint: text.onHint },
        { value: 'off', label: text.off, hint: text.offHint },
      ]}
    />
  );
}

function LeakFields(props: PolicyFieldsProps): JSX.Element {
  const text = textOf(props).leakedSecrets;
  return (
    <RadioGroup
      name={NAMES.reaction}
      label={text.label}
      value={props.values.reaction}
      error={errorOf(props, 'reaction')}
      options={[
        { value: 'revoke', label: text.revoke, hint: text.revokeHint },
        { value: 'warn', label: text.warn, hint: text.warnHint },
      ]}
    />
  );
}

function NotificationFields(props: PolicyFieldsProps): JSX.Element {
  const text = textOf(props).notifications;
  return (
    <CheckboxField
      name={NAMES.mailOnNewAccess}
      label={text.label}
      hint={text.hint}
      checked={props.values.mailOnNewAccess}
    />
  );
}
