import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Invitation } from '../../domain/client-invitation.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Moment } from '../components/moment.tsx';
import { PostForm } from '../components/post-form.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { teamErrors, teamFieldIds, type TeamForms } from './team-forms.ts';
import { roleOptions } from './team-members.tsx';
import type { TeamView } from './team-view.ts';

interface InvitationsProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly team: TeamView;
  readonly forms: TeamForms;
}

/**
 * Getting people into a team. Posts to `team/invitations` (`address`, `role`), `team/invitations/<id>/resend`,
 * `team/invitations/<id>/revoke`, and `team` (`person`, `role`).
 */
export function TeamInvitations(props: InvitationsProps): JSX.Element {
  const { frame, app, team, forms } = props;
  const text = messages(frame.language).team;
  const errors = teamErrors(forms, frame);
  return (
    <>
      <section class="card-part" aria-labelledby="invite-title">
        <h3 id="invite-title">{text.inviteTitle}</h3>
        <p class="muted">{text.inviteSummary}</p>
        <PostForm
          action={`/developer/${app.number}/team/invitations`}
          csrfToken={frame.csrfToken}
          checkedByServer
        >
          <TextField
            name="address"
            type="email"
            label={text.address}
            value={forms.invitation.address}
            error={errors.invitation}
            autocomplete="off"
            maxlength={254}
            verbatim
          />
          <SelectField
            name="role"
            id={teamFieldIds.addressRole}
            label={text.role}
            options={roleOptions(text)}
            value={forms.invitation.role}
          />
          <div>
            <Button>{text.invite}</Button>
          </div>
        </PostForm>
        <details class="disclosure" open={errors.addition !== undefined}>
          <summary>{text.addTitle}</summary>
          <p class="muted">{text.addSummary}</p>
          <PostForm
            action={`/developer/${app.number}/team`}
            csrfToken={frame.csrfToken}
            checkedByServer
          >
            <TextField
              name="person"
              label={text.person}
              value={forms.addition.person}
              error={errors.addition}
              autocomplete="off"
              maxlength={320}
              verbatim
            />
            <SelectField
              name="role"
              id={teamFieldIds.personRole}
              label={text.role}
              options={roleOptions(text)}
              value={forms.addition.role}
            />
            <div>
              <Button>{text.add}</Button>
            </div>
          </PostForm>
        </details>
      </section>
      <section class="card-part" aria-labelledby="pending-title">
        <h3 id="pending-title">{text.pendingTitle}</h3>
        {team.invitations.length === 0 ? (
          <p class="muted">{text.nobodyInvited}</p>
        ) : (
          <ul class="row-list">
            {team.invitations.map((invitation) => (
              <InvitationRow {...props} invitation={invitation} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function InvitationRow({
  frame,
  app,
  invitation,
}: InvitationsProps & { readonly invitation: Invitation }): JSX.Element {
  const text = messages(frame.language).team;
  const { address, role, invitedByName, sentAt, expiresAt } = invitation;
  const path = `/developer/${app.number}/team/invitations/${invitation.id}`;
  return (
    <li class="row">
      <div class="row-text">
        <p class="row-title">
          <bdi class="verbatim">{address}</bdi>
          {expiresAt <= frame.now ? <Badge tone="problem">{text.expired}</Badge> : null}
        </p>
        <p class="muted">
          {text.invitedAs(
            text.roles[role],
            <bdi>{invitedByName}</bdi>,
            <Moment at={sentAt} frame={frame} />,
          )}
        </p>
        {expiresAt <= frame.now ? null : (
          <p class="muted">{text.expires(<Moment at={expiresAt} frame={frame} style="exact" />)}</p>
        )}
      </div>
      <PostForm action={`${path}/resend`} csrfToken={frame.csrfToken} layout="inline">
        <Button context={text.theInvitationOf(address)}>{text.sendAgain}</Button>
      </PostForm>
      <PostForm action={`${path}/revoke`} csrfToken={frame.csrfToken} layout="inline">
        <Button variant="quiet" context={text.theInvitationOf(address)}>
          {text.revoke}
        </Button>
      </PostForm>
    </li>
  );
}
