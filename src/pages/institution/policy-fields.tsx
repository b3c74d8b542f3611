import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimCode } from '../../domain/claim.ts';
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
      <div class="field-number">
        <TextField
          name={NAMES.refreshTokenUnusedDays}
          label={text.unused}
          hint={text.unusedHint}
          value={values.refreshTokenUnusedDays}
          error={errorOf(props, 'refreshTokenUnusedDays')}
          inputmode="numeric"
          autocomplete="off"
        />
      </div>
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
  const { values, categories } = props;
  const text = textOf(props).review;
  return (
    <>
      <CheckboxField
        name={NAMES.fourEyes}
        label={text.fourEyes}
        hint={text.fourEyesHint}
        checked={values.fourEyes}
      />
      <div class="field-number">
        <TextField
          name={NAMES.reattestAfterMonths}
          label={text.reattest}
          hint={text.reattestHint}
          value={values.reattestAfterMonths}
          error={errorOf(props, 'reattestAfterMonths')}
          inputmode="numeric"
          autocomplete="off"
        />
      </div>
      <ClaimChoices
        name={NAMES.autoApprovedClaims}
        label={text.auto}
        hint={text.autoHint}
        count={text.chosen(values.autoApprovedClaims.length)}
        chosen={values.autoApprovedClaims}
        categories={categories}
        error={errorOf(props, 'autoApprovedClaims')}
      />
      <ClaimChoices
        name={NAMES.usualClaims}
        label={text.usual}
        hint={text.usualHint}
        count={text.chosen(values.usualClaims.length)}
        chosen={values.usualClaims}
        categories={categories}
        error={errorOf(props, 'usualClaims')}
      />
    </>
  );
}

/** Data points to tick, folded up behind how many are. */
function ClaimChoices(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly count: string;
  readonly chosen: readonly ClaimCode[];
  readonly categories: readonly ClaimCategory[];
  readonly error: string | undefined;
}): JSX.Element {
  const { name, label, chosen, categories } = props;
  return (
    <Fieldset legend={label} hint={props.hint} error={props.error} id={name.replaceAll('_', '-')}>
      <details class="disclosure" open={props.error !== undefined}>
        <summary>
          {props.count}
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
