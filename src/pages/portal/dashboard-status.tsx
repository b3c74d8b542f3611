import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientEvent } from '../../domain/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Moment } from '../components/moment.tsx';
import { PostForm } from '../components/post-form.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';

interface StatusCardProps {
  readonly frame: PageFrame;
  readonly app: AppView;
}

/**
 * Where the app stands, what the reviewer said, and what to do next. Posts to `resubmit`, or, to go back to what
 * was approved, to `data-points` (`claims`, `revision`).
 */
export function StatusCard(props: StatusCardProps): JSX.Element {
  const { app, frame } = props;
  return (
    <Card title="Status" id="status">
      <div class="prose">
        <p>{explanation(app)}</p>
        <ReviewerWords frame={frame} decision={latestDecision(app)} />
        <p>
          <strong>What next?</strong> {nextStep(app)}
        </p>
      </div>
      <NextAction {...props} />
    </Card>
  );
}

function explanation({ status, approvedClaims }: AppView): string {
  const approvedBefore = approvedClaims.length > 0;
  switch (status) {
    case 'in-review':
      return approvedBefore
        ? 'Your app asks for other data points than the approved ones, and waits for a maintainer. Nobody new can sign in to it. People who gave access before keep it, with what was approved then.'
        : 'Your app waits for a maintainer. Until it is approved, nobody can sign in to it.';
    case 'approved':
      return 'People can sign in to your app, and it reads what they allow.';
    case 'rejected':
      return approvedBefore
        ? 'A maintainer did not approve the changed data points. Nobody new can sign in to your app. People who gave access before keep it, with what was approved then.'
        : 'A maintainer did not approve your app. Nobody can sign in to it.';
    case 'suspended':
      return 'A maintainer stopped your app. Nobody can sign in to it, and its tokens are refused.';
  }
}

function nextStep({ status, approvedClaims }: AppView): string {
  switch (status) {
    case 'in-review':
      return approvedClaims.length > 0
        ? 'Wait for the mail with the decision, or go back to the approved data points: then your app is approved again at once.'
        : 'Wait for the mail with the decision. Meanwhile, put the credentials below into your app.';
    case 'approved':
      return 'Connect your app with the credentials below. Asking for other data points sends it back to review.';
    case 'rejected':
      return 'Change what the reviewer asks for. Changed data points go to review by themselves; after other changes, ask for review again here.';
    case 'suspended':
      return 'Write to the maintainers. Only they can lift the suspension.';
  }
}

function latestDecision({ status, history }: AppView): ClientEvent | undefined {
  return status === 'rejected' || status === 'suspended' || status === 'approved'
    ? history.find(({ type }) => type === status)
    : undefined;
}

function ReviewerWords(props: {
  readonly frame: PageFrame;
  readonly decision: ClientEvent | undefined;
}): JSX.Element {
  const { frame, decision } = props;
  if (decision === undefined || decision.message === '') return <></>;
  return (
    <figure class="quote">
      <blockquote class="quote-text">{decision.message}</blockquote>
      <figcaption class="muted">
        <bdi>{decision.actorName}</bdi>, <Moment at={decision.at} frame={frame} />
      </figcaption>
    </figure>
  );
}

function NextAction({ app, frame }: StatusCardProps): JSX.Element {
  if (app.status === 'rejected') {
    return (
      <PostForm action={`/developer/${app.number}/resubmit`} csrfToken={frame.csrfToken}>
        <div>
          <Button>Ask for review again</Button>
        </div>
      </PostForm>
    );
  }
  if (app.status !== 'in-review' || app.approvedClaims.length === 0) return <></>;
  return (
    <PostForm action={`/developer/${app.number}/data-points`} csrfToken={frame.csrfToken}>
      <input type="hidden" name="revision" value={String(app.revision)} />
      {app.approvedClaims.map((code) => (
        <input type="hidden" name="claims" value={code} />
      ))}
      <div>
        <Button>Go back to the approved data points</Button>
      </div>
    </PostForm>
  );
}
