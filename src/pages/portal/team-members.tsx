import type { JSX } from 'hono/jsx/jsx-runtime';

import { Avatar } from '../components/avatar.tsx';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { PostForm } from '../components/post-form.tsx';
import { SelectField } from '../components/select-field.tsx';
import { dayText } from '../components/moment.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { teamErrors, teamFieldIds, type TeamForms } from './team-forms.ts';
import type { MemberView, TeamView } from './team-view.ts';

interface MembersProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly team: TeamView;
  readonly forms: TeamForms;
}

/** Everybody in a team. Posts to `team/<account>/role` (`role`) and `team/<account>/remove`. */
export function TeamMembers(props: MembersProps): JSX.Element {
  const { frame, team, forms } = props;
  const error = teamErrors(forms, frame).list;
  return (
    <>
      {error === undefined ? null : <p class="field-error">{error}</p>}
      <ul class="row-list" id={teamFieldIds.list}>
        {team.members.map((member) => (
          <li class="row">
            <Avatar name={member.name} src={null} />
            <div class="row-text">
              <p class="row-title">
                <bdi>{member.name}</bdi> <MemberBadges {...props} member={member} />
              </p>
              <p class="muted">{aboutMember(member, props)}</p>
            </div>
            <MemberForms {...props} member={member} />
          </li>
        ))}
      </ul>
    </>
  );
}

type MemberProps = MembersProps & { readonly member: MemberView };

function MemberBadges({ frame, team, member }: MemberProps): JSX.Element {
  const text = messages(frame.language).team;
  return (
    <>
      {member.accountId === team.viewer ? <Badge>{text.you}</Badge> : null}{' '}
      {team.may.team ? null : <Badge tone="accent">{text.roles[member.role]}</Badge>}{' '}
      {member.isSuccessor ? <Badge tone="success">{text.successor}</Badge> : null}{' '}
      {member.isHere ? null : <Badge tone="problem">{text.gone}</Badge>}
    </>
  );
}

function aboutMember(
  member: MemberView,
  { app, frame }: Pick<MembersProps, 'app' | 'frame'>,
): string {
  const text = messages(frame.language).team;
  const parts = [
    member.username,
    member.accountId === app.createdBy ? text.registeredTheApp : null,
    member.leavesOn === null ? null : text.leavesOn(dayText(member.leavesOn, frame.language)),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function MemberForms({ frame, app, team, member }: MemberProps): JSX.Element {
  const text = messages(frame.language).team;
  const isOneself = member.accountId === team.viewer;
  const path = `/developer/${app.number}/team/${member.accountId}`;
  return (
    <>
      {team.may.team ? (
        <PostForm action={`${path}/role`} csrfToken={frame.csrfToken} layout="inline">
          <SelectField
            name="role"
            id={`role-of-${member.accountId}`}
            label={text.roleOf(member.name)}
            hidesLabel
            options={roleOptions(text)}
            value={member.role}
          />
          <Button context={text.theRoleOf(member.name)}>{text.saveRole}</Button>
        </PostForm>
      ) : null}
      {team.may.team || isOneself ? (
        <PostForm action={`${path}/remove`} csrfToken={frame.csrfToken} layout="inline">
          <Button
            variant="quiet"
            context={isOneself ? text.theTeam : text.fromTheTeam(member.name)}
          >
            {isOneself ? text.leave : text.remove}
          </Button>
        </PostForm>
      ) : null}
    </>
  );
}

export function roleOptions(
  text: Messages['team'],
): readonly { readonly value: string; readonly label: string }[] {
  return (['owner', 'developer', 'viewer'] as const).map((role) => ({
    value: role,
    label: text.roles[role],
  }));
}
