import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CheckboxField } from '../components/choice-field.tsx';
import { ErrorSummary, type FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { Layout } from '../layout.tsx';
import type { PageFrame } from '../page-frame.ts';
import { ClaimsField, claimsFieldId, FewerIsBetter } from './claims-field.tsx';
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
  termsProblemText,
  type ClaimsProblem,
  type RedirectUrisProblem,
  type TermsProblem,
} from './problem-text.ts';
import { RedirectUrisField, redirectUrisProblems } from './redirect-uris-field.tsx';

/** As typed. */
export interface RegistrationValues extends DetailsValues {
  readonly redirectUris: string;
  readonly claims: readonly string[];
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
 * `claims` (several) and `agrees_to_terms`.
 */
export function RegisterPage(props: RegisterPageProps): JSX.Element {
  const { frame, values, problems } = props;
  return (
    <Layout frame={frame} title="Register an app" modules={['word-counter.js']}>
      <PageHeading
        back={{ href: '/developer', label: 'Your apps' }}
        title="Register an app"
        lead="A maintainer reads what you write here and decides. Until then nobody can sign in to your app."
      />
      <ErrorSummary title="Your app is not registered yet" problems={summary(props)} />
      <PostForm action="/developer/add" csrfToken={frame.csrfToken} checkedByServer>
        <Card title="Your app">
          <NameField values={values} problems={problems} />
          <DescriptionField values={values} problems={problems} />
          <ClientTypeField values={values} problems={problems} />
        </Card>
        <Card title="Where people return to">
          <RedirectUrisField value={values.redirectUris} problem={problems?.redirectUris ?? null} />
        </Card>
        <Card title="What your app reads about a person">
          <FewerIsBetter />
          <ClaimsField
            categories={props.categories}
            chosen={values.claims}
            error={claimsError(problems)}
          />
        </Card>
        <Card title="Terms of use">
          <CheckboxField
            name="agrees_to_terms"
            label="I have read the developer terms of use and agree to all of them"
            hint={
              <a href="/terms_of_use/developer" target="_blank" rel="noopener">
                Read the terms (opens a new tab)
              </a>
            }
            checked={values.acceptsTerms}
            error={termsError(problems)}
          />
        </Card>
        <div class="form-end">
          <Button variant="primary">Add app</Button>
          <p class="muted">It goes to review at once. You can change everything later.</p>
        </div>
      </PostForm>
    </Layout>
  );
}

function claimsError(problems: RegistrationProblems | null): string | undefined {
  return problems?.claims === undefined ? undefined : claimsProblemText(problems.claims);
}

function termsError(problems: RegistrationProblems | null): string | undefined {
  return problems?.terms === undefined ? undefined : termsProblemText(problems.terms);
}

/** In the order of the fields. */
function summary({ problems, categories }: RegisterPageProps): readonly FieldProblem[] {
  return [
    ...detailsProblems(problems),
    ...redirectUrisProblems(problems?.redirectUris),
    ...fieldProblems(claimsFieldId(categories), claimsError(problems)),
    ...fieldProblems(fieldId('agrees_to_terms'), termsError(problems)),
  ];
}
