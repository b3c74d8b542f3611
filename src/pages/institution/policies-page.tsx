import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { messages } from '../messages/messages.ts';
import { ConflictBanner, type Conflict } from './changes.tsx';
import { InstitutionFrame } from './frame.tsx';
import { POLICY_FIELDS } from './policy-fields.tsx';
import {
  POLICY_FIELD_NAMES,
  policyProblemText,
  type PolicyFieldsProps,
  type PolicyMember,
  type PolicyProblem,
} from './policy-form.ts';
import type { Policy } from './policy-words.ts';

export interface PoliciesPageProps extends PolicyFieldsProps {
  readonly policies: readonly Policy[];
  readonly versions: Readonly<Record<Policy, number>>;
  readonly conflict: Conflict | null;
}

/** Where a policy is posted to. */
export function policyPath(policy: Policy): string {
  return `/institution/policies/${policy}`;
}

/** A card for each policy, with a form of its own. */
export function PoliciesPage(props: PoliciesPageProps): JSX.Element {
  const { frame, problems } = props;
  const text = messages(frame.language).institutionPolicies;
  const common = messages(frame.language).institution;
  return (
    <InstitutionFrame
      frame={frame}
      section="policies"
      title={text.title}
      heading={
        <>
          <PageHeading title={text.title} lead={text.lead} />
          <ErrorSummary
            title={common.nothingSaved}
            problems={(Object.entries(problems) as [PolicyMember, PolicyProblem][]).map(
              ([member, problem]) => ({
                fieldId: fieldId(POLICY_FIELD_NAMES[member]),
                message: policyProblemText(problem, text.problems),
              }),
            )}
          />
          <ConflictBanner frame={frame} conflict={props.conflict} />
        </>
      }
    >
      {props.policies.map((policy) => (
        <PolicyCard {...props} policy={policy} />
      ))}
    </InstitutionFrame>
  );
}

function PolicyCard(props: PoliciesPageProps & { readonly policy: Policy }): JSX.Element {
  const { frame, policy } = props;
  const { title, summary } = messages(frame.language).institutionPolicies[policy];
  const Fields = POLICY_FIELDS[policy];
  return (
    <Card title={title} id={`policy-${policy}`} summary={summary}>
      <PostForm action={policyPath(policy)} csrfToken={frame.csrfToken} checkedByServer>
        <input type="hidden" name="version" value={String(props.versions[policy])} />
        <Fields {...props} />
        <div>
          <Button name="step" value="preview" context={title}>
            {messages(frame.language).institution.showPreview}
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}
