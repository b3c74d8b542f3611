import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ReviewDecision } from '../../domain/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { RadioGroup } from '../components/choice-field.tsx';
import type { FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextArea } from '../components/text-field.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from '../portal/app-view.ts';

export type DecisionType = ReviewDecision['type'];

/** As sent. */
export interface DecisionValues {
  readonly decision: string;
  readonly message: string;
}

export type VerdictProblem =
  'decision-missing' | 'message-missing' | 'message-too-long' | 'own-client';

export interface DecisionCardProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly possible: readonly DecisionType[];
  readonly isOwnApp: boolean;
  readonly values: DecisionValues;
  readonly problem: VerdictProblem | 'changed-meanwhile' | null;
}

/**
 * The decision, about exactly the revision and status in view. Posts to `/review/<number>/decision`:
 * `decision`, `message`, `revision`, `status`.
 */
export function DecisionCard(props: DecisionCardProps): JSX.Element {
  const { frame, app, possible, values, problem } = props;
  if (props.isOwnApp) {
    return (
      <Banner type="information" title="This is your own app">
        You are in its team, so another maintainer has to decide.
      </Banner>
    );
  }
  return (
    <Card
      title="Your decision"
      id="decision-card"
      summary="Kept in the history with your name, and mailed to everybody in the team."
    >
      <PostForm
        action={`/review/${app.number}/decision`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        <input type="hidden" name="revision" value={String(app.revision)} />
        <input type="hidden" name="status" value={app.status} />
        <RadioGroup
          name="decision"
          label="Decision"
          value={values.decision}
          error={problem === 'decision-missing' ? PROBLEMS[problem] : undefined}
          options={possible.map((type) => ({
            value: type,
            label:
              app.status === 'suspended' && type === 'approved' ? 'Approve again' : LABELS[type],
            hint: consequence(type, app),
          }))}
        />
        <TextArea
          name="message"
          label="Message to the team"
          hint="Needed to reject or suspend: say what is wrong and what would put it right."
          value={values.message}
          error={
            problem === 'message-missing' || problem === 'message-too-long'
              ? PROBLEMS[problem]
              : undefined
          }
        />
        <div>
          <Button variant="primary">Record the decision</Button>
        </div>
      </PostForm>
    </Card>
  );
}

const LABELS: Readonly<Record<DecisionType, string>> = {
  approved: 'Approve',
  rejected: 'Reject',
  suspended: 'Suspend',
};

function consequence(type: DecisionType, { status, approvedClaims }: AppView): string {
  switch (type) {
    case 'approved':
      return 'People can sign in, and the app reads exactly the data points above if they allow it.';
    case 'rejected':
      return approvedClaims.length > 0
        ? 'Nobody new can sign in. Access given before goes on with what is approved now.'
        : 'Nobody can sign in. The team can change the app and ask again.';
    case 'suspended':
      return status === 'approved'
        ? 'Stops everything at once, also for people who gave access before. Only a maintainer can lift it.'
        : 'Stops everything, also access given before. The team cannot ask again; only a maintainer can lift it.';
  }
}

const PROBLEMS = {
  'decision-missing': 'Choose a decision.',
  'message-missing': 'Write to the team why, so that they can put it right.',
  'message-too-long': 'Use at most 4000 characters.',
  'own-client': 'You are in the team of this app, so another maintainer has to decide.',
  'changed-meanwhile':
    'While you were reading, the team changed what it asks for, or another maintainer decided. This page shows it as it is now: look again, then decide.',
} as const;

/** For the error summary. */
export function decisionProblems(problem: DecisionCardProps['problem']): readonly FieldProblem[] {
  if (problem === null) return [];
  const isAboutMessage = problem === 'message-missing' || problem === 'message-too-long';
  const id = isAboutMessage ? fieldId('message') : fieldId('decision');
  const target = problem === 'changed-meanwhile' || problem === 'own-client' ? 'data-points' : id;
  return [{ fieldId: target, message: PROBLEMS[problem] }];
}
