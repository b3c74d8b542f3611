import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AccountId } from '../../domain/account.ts';
import type { ClaimCategory } from '../../domain/claim.ts';
import type { TeamMember } from '../../domain/client.ts';
import { Avatar } from '../components/avatar.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { dashboardErrors, type DashboardForms } from './dashboard-forms.ts';

interface TeamProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly viewer: AccountId;
  readonly categories: readonly ClaimCategory[];
  readonly forms: DashboardForms;
}

/** Posts to `team` (`person`) and `team/<account>/remove`. */
export function TeamCard(props: TeamProps): JSX.Element {
  const { frame, app, forms } = props;
  const text = messages(frame.language).portal;
  return (
    <Card title={text.teamTitle} id="team" summary={text.teamSummary}>
      <ul class="row-list">
        {app.team.map((member) => (
          <li class="row">
            <Avatar name={member.name} src={null} />
            <div class="row-text">
              <p class="row-title">
                <bdi>{member.name}</bdi>
              </p>
              <p class="muted">{about(member, app, text.registeredTheApp)}</p>
            </div>
            <Removal {...props} member={member} />
          </li>
        ))}
      </ul>
      <PostForm action={`/developer/${app.number}/team`} csrfToken={frame.csrfToken}>
        <TextField
          name="person"
          label={text.addPerson}
          hint={text.addPersonHint}
          value={forms.team.person}
          error={dashboardErrors(forms, props).team}
          autocomplete="off"
          maxlength={320}
          required
          verbatim
        />
        <div>
          <Button>{text.addToTeam}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

function about(member: TeamMember, app: AppView, registeredIt: string): string {
  const parts = [member.username, member.accountId === app.createdBy ? registeredIt : null];
  return parts.filter((part) => part !== null).join(' · ');
}

function Removal(props: TeamProps & { readonly member: TeamMember }): JSX.Element {
  const { frame, app, member, viewer } = props;
  // Whoever registered the app always stays.
  if (member.accountId === app.createdBy) return <></>;
  const isOneself = member.accountId === viewer;
  const text = messages(frame.language).portal;
  return (
    <PostForm
      action={`/developer/${app.number}/team/${member.accountId}/remove`}
      csrfToken={frame.csrfToken}
      layout="inline"
    >
      <Button context={isOneself ? text.theTeam : text.fromTheTeam(member.name)}>
        {isOneself ? text.leave : text.remove}
      </Button>
    </PostForm>
  );
}
