import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import type { ClientEvent, ClientEventType } from '../../domain/client.ts';
import { Badge, StatusBadge } from '../components/badge.tsx';
import { Button, ButtonRow } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Moment } from '../components/moment.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PostForm } from '../components/post-form.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { ClaimDifferenceList } from './claim-difference-list.tsx';
import { claimName } from './claim-list.tsx';
import type { TeamView } from './team-view.ts';

interface StatusCardProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  readonly team: Pick<TeamView, 'may'>;
}

/** Where the app stands, what the reviewer said, and what to do next. Posts to `submit` and `take-back`. */
export function StatusCard(props: StatusCardProps): JSX.Element {
  const { app, frame } = props;
  const text = messages(frame.language).lifecycle;
  const isFirst = app.approved === null;
  return (
    <Card title={text.statusTitle} id="status">
      <div class="prose">
        <p>{text.explanation[app.status]}</p>
        <ReviewerWords frame={frame} decision={latestDecision(app, app.status)} />
        <p>
          <strong>{text.whatNext}</strong> {text.next[app.status]}
        </p>
      </div>
      {isFirst ? <RevisionActions {...props} state={app.status} /> : null}
      <Declined {...props} />
    </Card>
  );
}

/** A change beside what is approved, as a difference. Posts to `submit`, `take-back` and `withdraw`. */
export function ChangeCard(props: StatusCardProps): JSX.Element {
  const { app, frame, categories } = props;
  const text = messages(frame.language).lifecycle;
  if (app.pending === null || app.approved === null) return <></>;
  return (
    <Card
      title={text.changeTitle}
      id="change"
      aside={<StatusBadge status={app.pending} />}
      summary={text.changeExplanation[app.pending]}
    >
      <ReviewerWords frame={frame} decision={latestDecision(app, app.pending)} />
      <ClaimDifferenceList
        frame={frame}
        categories={categories}
        before={app.approved}
        after={app.requested}
      />
      <p class="muted">{text.meanwhile}</p>
      <RevisionActions {...props} state={app.pending} />
    </Card>
  );
}

/** Whether the team still stands by what was approved. Posts to `attest`. */
export function AttestationCard({ app, frame, team }: StatusCardProps): JSX.Element {
  const text = messages(frame.language).lifecycle;
  if (app.attestationAsked === null) return <></>;
  return (
    <Card title={text.attestationTitle} id="attestation">
      <p class="prose">{text.attestation(<Moment at={app.attestationAsked} frame={frame} />)}</p>
      {team.may.review ? (
        <PostForm action={`/developer/${app.number}/attest`} csrfToken={frame.csrfToken}>
          <div>
            <Button variant="primary">{text.attest}</Button>
          </div>
        </PostForm>
      ) : null}
    </Card>
  );
}

/** Which decision put an app, or a change of it, where it stands. */
const DECISIONS: Partial<Record<AppView['status'], readonly ClientEventType[]>> = {
  approved: ['approved', 'reinstated'],
  'changes-requested': ['changes-requested'],
  rejected: ['rejected'],
  suspended: ['suspended'],
};

function latestDecision({ history }: AppView, status: AppView['status']): ClientEvent | undefined {
  const types = DECISIONS[status] ?? [];
  return history.find(({ type }) => types.includes(type));
}

function ReviewerWords(props: {
  readonly frame: PageFrame;
  readonly decision: ClientEvent | undefined;
}): JSX.Element {
  const { frame, decision } = props;
  const text = messages(frame.language).lifecycle;
  if (decision === undefined || decision.message === '') return <></>;
  return (
    <figure class="quote">
      <blockquote class="quote-text">{decision.message}</blockquote>
      <figcaption class="muted">
        {text.bySomebody(
          <bdi>{decision.actorName}</bdi>,
          <Moment at={decision.at} frame={frame} />,
        )}
      </figcaption>
    </figure>
  );
}

/** What was not approved with the rest, and why. */
function Declined({ app, frame, categories }: StatusCardProps): JSX.Element {
  const text = messages(frame.language).lifecycle;
  if (app.declined.length === 0 || app.status !== 'approved') return <></>;
  return (
    <Banner type="information" title={text.declinedTitle}>
      <p>{text.declined}</p>
      <ul class="banner-list">
        {app.declined.map(({ code, reason }) => (
          <li>
            <strong>{claimName(code, categories)}</strong> <Badge>{text.notApproved}</Badge>
            <br />
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function RevisionActions(
  props: StatusCardProps & { readonly state: AppView['status'] },
): JSX.Element {
  const { app, frame, state, team } = props;
  const text = messages(frame.language).lifecycle;
  const isChange = app.approved !== null;
  const canSubmit = state === 'draft' || state === 'changes-requested' || state === 'rejected';
  if (!team.may.review || (!canSubmit && state !== 'in-review')) return <></>;
  const path = `/developer/${app.number}`;
  return (
    <PostForm action={`${path}/${canSubmit ? 'submit' : 'take-back'}`} csrfToken={frame.csrfToken}>
      {canSubmit ? null : <p class="field-hint">{text.takeBackHint}</p>}
      <ButtonRow>
        {canSubmit ? (
          <Button variant="primary">{state === 'draft' ? text.submit : text.submitAgain}</Button>
        ) : (
          <Button>{text.takeBack}</Button>
        )}
        {isChange ? <Button formAction={`${path}/withdraw`}>{text.withdraw}</Button> : null}
        {isChange ? <a href="#data-points">{text.editChange}</a> : null}
      </ButtonRow>
    </PostForm>
  );
}
