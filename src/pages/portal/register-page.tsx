import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import { Button, ButtonRow } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CheckboxField } from '../components/choice-field.tsx';
import { ErrorSummary, type FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { Layout } from '../layout.tsx';
import type { PageFrame } from '../page-frame.ts';
import { messages } from '../messages/messages.ts';
import { ClaimsField, claimsFieldId, FewerIsBetter, type ChosenClaim } from './claims-field.tsx';
import {
  ClientTypeField,
  DescriptionField,
  detailsProblems,
  NameField,
  type DetailsProblems,
  type DetailsValues,
} from './details-fields.tsx';
import { fieldProblems } from './field-problems.ts';
import {
  claimsProblemText,
  type ClaimsProblem,
  type RedirectUrisProblem,
  type TermsProblem,
} from './problem-text.ts';
import { RedirectUrisField, redirectUrisProblems } from './redirect-uris-field.tsx';

/** As typed. */
export interface RegistrationValues extends DetailsValues {
  readonly redirectUris: string;
  readonly claims: readonly ChosenClaim[];
  readonly acceptsTerms: boolean;
}

export interface RegistrationProblems extends DetailsProblems {
  readonly redirectUris: RedirectUrisProblem | undefined;
  readonly claims: ClaimsProblem | undefined;
  readonly terms: TermsProblem | undefined;
}

export interface RegisterPageProps {
  readonly frame: PageFrame;
  readonly categories: readonly ClaimCategory[];
  readonly values: RegistrationValues;
  /** null: nothing was sent yet. */
  readonly problems: RegistrationProblems | null;
}

/**
 * Registers an app. Posts to `/developer/add`: `name`, `description`, `client_type`, `redirect_uris`,
 * `claims`, `optional`, `reason.<code>`, `agrees_to_terms`, and `as_draft` from the second button.
 */
export function RegisterPage(props: RegisterPageProps): JSX.Element {
  const { frame, values, problems } = props;
  const text = messages(frame.language).portal;
  const errors = otherErrors(props);
  return (
    <Layout frame={frame} title={text.register} modules={['word-counter.js']}>
      <PageHeading
        back={{ href: '/developer', label: text.yourApps }}
        title={text.register}
        lead={text.registerLead}
      />
      <ErrorSummary title={text.notRegistered} problems={summary(props)} />
      <PostForm action="/developer/add" csrfToken={frame.csrfToken} checkedByServer>
        <Card title={text.yourApp}>
          <NameField values={values} problems={problems} />
          <DescriptionField values={values} problems={problems} />
          <ClientTypeField values={values} problems={problems} />
        </Card>
        <Card title={text.howItConnects}>
          <RedirectUrisField value={values.redirectUris} problem={problems?.redirectUris ?? null} />
        </Card>
        <Card title={text.whatItAsksFor}>
          <FewerIsBetter />
          <ClaimsField categories={props.categories} chosen={values.claims} error={errors.claims} />
        </Card>
        <Card title={text.termsOfUse}>
          <CheckboxField
            name="agrees_to_terms"
            label={text.agree}
            hint={text.readTerms('/terms_of_use/developer')}
            checked={values.acceptsTerms}
            error={errors.terms}
          />
        </Card>
        <div class="form-end">
          <ButtonRow>
            <Button variant="primary">{text.addApp}</Button>
            <Button name="as_draft" value="yes">
              {text.saveAsDraft}
            </Button>
          </ButtonRow>
          <p class="muted">{text.draftHint}</p>
        </div>
      </PostForm>
    </Layout>
  );
}

function otherErrors({
  frame,
  problems,
  categories,
}: RegisterPageProps): Readonly<Record<'claims' | 'terms', string | undefined>> {
  const text = messages(frame.language).portalFields;
  return {
    claims: problems?.claims && claimsProblemText(problems.claims, text, categories),
    terms: problems?.terms && text.termsMissing,
  };
}

/** In the order of the fields. */
function summary(props: RegisterPageProps): readonly FieldProblem[] {
  const { frame, problems, categories } = props;
  const text = messages(frame.language).portalFields;
  const errors = otherErrors(props);
  return [
    ...detailsProblems(problems, text),
    ...redirectUrisProblems(problems?.redirectUris, text),
    ...fieldProblems(claimsFieldId(categories), errors.claims),
    ...fieldProblems(fieldId('agrees_to_terms'), errors.terms),
  ];
}
