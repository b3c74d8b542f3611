import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import type { FirstVote } from '../../domain/client-revision.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CheckboxField, Fieldset, RadioGroup } from '../components/choice-field.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import type { FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { Moment } from '../components/moment.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { TextArea } from '../components/text-field.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from '../portal/app-view.ts';
import { claimName } from '../portal/claim-list.tsx';

type DecisionType = keyof Messages['review']['labels'];
type DecisionProblem = keyof Messages['review']['problems'];

/** As sent; nothing was sent: every data point is ticked, no question. */
interface DecisionValues {
  readonly decision: string;
  readonly message: string;
  /** Data points that were unticked, with what was typed beside them. */
  readonly declined: readonly { readonly code: string; readonly reason: string }[];
  /** Questions that were ticked, by their place. */
  readonly checked: readonly number[];
}

/** A reply that is ready to use. */
interface CannedReply {
  readonly title: string;
  readonly text: string;
}

export interface DecisionCardProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  readonly possible: readonly DecisionType[];
  readonly isOwnApp: boolean;
  readonly checklist: readonly string[];
  readonly replies: readonly CannedReply[];
  /** An approval needs two maintainers. */
  readonly needsTwo: boolean;
  readonly firstVote: FirstVote | null;
  /** The first vote is this reviewer's. */
  readonly hasVoted: boolean;
  readonly values: DecisionValues;
  readonly problem: DecisionProblem | null;
}

/**
 * The decision, about exactly the revision and status in view. Posts to `/review/<number>/decision`: `decision`,
 * `message`, `approve` (codes), `why.<code>`, `checklist` (places), `revision`, `status` and `state`.
 */
export function DecisionCard(props: DecisionCardProps): JSX.Element {
  const { frame, app, possible } = props;
  const text = messages(frame.language).review;
  if (props.isOwnApp) {
    return (
      <Banner type="information" title={text.ownApp}>
        {text.ownAppText}
      </Banner>
    );
  }
  if (possible.length === 0) {
    return (
      <Banner type="information" title={text.nothingPossible}>
        {text.nothingPossibleText}
      </Banner>
    );
  }
  return (
    <Card title={text.decisionTitle} id="decision-card" summary={text.decisionSummary}>
      <form
        method="post"
        action={`/review/${app.number}/decision`}
        class="form form-stacked"
        data-review-decision
        novalidate
      >
        <CsrfField token={frame.csrfToken} />
        <input type="hidden" name="revision" value={String(app.revision)} />
        <input type="hidden" name="status" value={app.status} />
        <input type="hidden" name="state" value={app.revisionState} />
        {possible.includes('approved') ? <BeforeApproval {...props} /> : null}
        <Choice {...props} />
        <Replies {...props} />
        <div>
          <Button variant="primary">{text.decide}</Button>
        </div>
      </form>
    </Card>
  );
}

/** What only matters for an approval: who voted, the checklist, and each data point. */
function BeforeApproval(props: DecisionCardProps): JSX.Element {
  const { frame, app, categories, checklist, values } = props;
  const text = messages(frame.language).review;
  return (
    <>
      <Votes {...props} />
      {checklist.length === 0 ? null : (
        <Fieldset legend={text.checklistTitle} id="checklist">
          {checklist.map((question, index) => (
            <CheckboxField
              name="checklist"
              value={String(index)}
              label={question}
              checked={values.checked.includes(index)}
            />
          ))}
        </Fieldset>
      )}
      <Fieldset legend={text.eachDataPoint} hint={text.eachDataPointHint} id="each-data-point">
        {app.requested.map(({ code }) => {
          const label = claimName(code, categories);
          const declined = values.declined.find((one) => one.code === code);
          const id = fieldId('approve', code);
          return (
            <div class="choice claim-decision">
              <input
                class="choice-control"
                type="checkbox"
                id={id}
                name="approve"
                value={code}
                checked={declined === undefined}
              />
              <div class="choice-text">
                <label class="choice-label" for={id}>
                  {label}
                </label>
                <div class="claim-decline">
                  <input
                    class="input"
                    name={`why.${code}`}
                    value={declined?.reason}
                    maxlength={400}
                    aria-label={text.whyNot(label)}
                    placeholder={text.whyNotPlaceholder}
                  />
                </div>
              </div>
            </div>
          );
        })}
      </Fieldset>
    </>
  );
}

function Votes(props: DecisionCardProps): JSX.Element {
  const { frame, firstVote, needsTwo, hasVoted, categories } = props;
  const text = messages(frame.language).review;
  if (!needsTwo) return <></>;
  if (firstVote === null) return <Banner type="information">{text.needsTwo}</Banner>;
  if (hasVoted) return <Banner type="information">{text.yourVote}</Banner>;
  const declined = firstVote.decisions.filter(({ approved }) => !approved);
  return (
    <Banner type="information">
      <p>
        {text.firstVote(
          <bdi>{firstVote.reviewerName}</bdi>,
          <Moment at={firstVote.at} frame={frame} />,
        )}
      </p>
      {declined.length === 0 ? null : (
        <p>
          {text.firstDeclined(declined.map(({ code }) => claimName(code, categories)).join(', '))}
        </p>
      )}
      {firstVote.message === '' ? null : <p class="quote-text">{firstVote.message}</p>}
    </Banner>
  );
}

function Choice(props: DecisionCardProps): JSX.Element {
  const { frame, possible, values, problem, firstVote, hasVoted } = props;
  const text = messages(frame.language).review;
  const confirms = props.needsTwo && firstVote !== null && !hasVoted;
  return (
    <>
      <RadioGroup
        name="decision"
        label={text.decision}
        value={values.decision}
        error={decisionError(problem, text)}
        options={possible.map((type) => ({
          value: type,
          label: type === 'approved' && confirms ? text.confirm : text.labels[type],
          hint: consequence(type, props),
        }))}
      />
      <TextArea
        name="message"
        label={text.message}
        hint={text.messageHint}
        value={values.message}
        error={isAboutMessage(problem) ? text.problems[problem] : undefined}
      />
    </>
  );
}

/** Texts to copy into the message; with scripts, a press inserts one. */
function Replies({ frame, replies }: DecisionCardProps): JSX.Element {
  const text = messages(frame.language).review;
  if (replies.length === 0) return <></>;
  return (
    <details class="disclosure">
      <summary>{text.replies}</summary>
      <ul class="replies">
        {replies.map((reply) => (
          <li class="reply">
            <p class="row-title">{reply.title}</p>
            <p class="muted verbatim" data-reply-text>
              {reply.text}
            </p>
            <button
              type="button"
              class="button button-secondary needs-script"
              data-use-reply="message"
            >
              {text.useReply}
              <span class="visually-hidden"> {reply.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function consequence(type: DecisionType, { frame, app }: DecisionCardProps): string {
  const text = messages(frame.language).review.consequence;
  const isChange = app.approved !== null;
  switch (type) {
    case 'changes-requested':
      return isChange ? text.changesRequestedOfChange : text[type];
    case 'rejected':
      return isChange ? text.rejectedChange : text[type];
    case 'reinstated':
      return isChange ? text[type] : text.reinstatedToReview;
    case 'approved':
    case 'suspended':
      return text[type];
  }
}

type MessageProblem = 'message-missing' | 'message-too-long';

function isAboutMessage(problem: DecisionProblem | null): problem is MessageProblem {
  return problem === 'message-missing' || problem === 'message-too-long';
}

function decisionError(
  problem: DecisionProblem | null,
  text: Messages['review'],
): string | undefined {
  return problem === 'decision-missing' || problem === 'voted-already'
    ? text.problems[problem]
    : undefined;
}

/** For the error summary. */
export function decisionProblems({
  frame,
  problem,
}: Pick<DecisionCardProps, 'frame' | 'problem'>): readonly FieldProblem[] {
  if (problem === null) return [];
  const message = messages(frame.language).review.problems[problem];
  return [{ fieldId: TARGETS[problem], message }];
}

const TARGETS: Readonly<Record<DecisionProblem, string>> = {
  'decision-missing': fieldId('decision'),
  'voted-already': fieldId('decision'),
  'message-missing': fieldId('message'),
  'message-too-long': fieldId('message'),
  'reason-missing': 'each-data-point',
  'nothing-approved': 'each-data-point',
  'own-client': 'data-points',
  'changed-meanwhile': 'data-points',
};
