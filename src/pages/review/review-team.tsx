import type { JSX } from 'hono/jsx/jsx-runtime';

import { Avatar } from '../components/avatar.tsx';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import type { FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextField } from '../components/text-field.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from '../portal/app-view.ts';
import { fieldProblems } from '../portal/field-problems.ts';
import type { MemberView } from '../portal/team-view.ts';

export interface ReviewTeam {
  readonly members: readonly MemberView[];
  /** None of its owners is here, and whoever looks may name another one. */
  readonly canAppoint: boolean;
}

export interface AppointmentForm {
  readonly person: string;
  readonly problem: keyof Messages['team']['problems'] | null;
}

interface ReviewTeamProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly team: ReviewTeam;
  readonly appointment: AppointmentForm;
}

/** Who makes the app. Posts to `owner` (`owner`: what somebody signs in with) when nobody owns it any more. */
export function ReviewTeamCard(props: ReviewTeamProps): JSX.Element {
  const { frame, app, team, appointment } = props;
  const { review, team: text } = messages(frame.language);
  return (
    <Card title={review.team} id="team" summary={review.teamSummary}>
      <ul class="row-list">
        {team.members.map((member) => (
          <li class="row">
            <Avatar name={member.name} src={null} />
            <div class="row-text">
              <p class="row-title">
                <bdi>{member.name}</bdi> <Badge>{text.roles[member.role]}</Badge>{' '}
                {member.isHere ? null : <Badge tone="problem">{text.gone}</Badge>}
              </p>
              <p class="muted">
                {[
                  member.username,
                  member.accountId === app.createdBy ? text.registeredTheApp : null,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {team.canAppoint ? (
        <section class="card-part" aria-labelledby="appoint-title">
          <h3 id="appoint-title">{text.appointTitle}</h3>
          <p class="muted">{text.appointSummary}</p>
          <PostForm
            action={`/review/${app.number}/owner`}
            csrfToken={frame.csrfToken}
            checkedByServer
          >
            <TextField
              name="owner"
              label={text.newOwner}
              hint={text.appointHint}
              value={appointment.person}
              error={appointmentError(props)}
              autocomplete="off"
              maxlength={320}
              verbatim
            />
            <div>
              <Button>{text.appoint}</Button>
            </div>
          </PostForm>
        </section>
      ) : null}
    </Card>
  );
}

function appointmentError({
  frame,
  appointment,
}: Pick<ReviewTeamProps, 'frame' | 'appointment'>): string | undefined {
  const { problem } = appointment;
  return problem === null ? undefined : messages(frame.language).team.problems[problem];
}

/** For the error summary. */
export function appointmentProblems(
  props: Pick<ReviewTeamProps, 'frame' | 'appointment'>,
): readonly FieldProblem[] {
  return fieldProblems(fieldId('owner'), appointmentError(props));
}
