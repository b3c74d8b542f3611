import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AccountId } from '../../domain/account.ts';
import type { TeamMember } from '../../domain/client.ts';
import { Avatar } from '../components/avatar.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextField } from '../components/text-field.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { teamProblemText, type DashboardForms } from './dashboard-forms.ts';

interface TeamProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly viewer: AccountId;
  readonly forms: DashboardForms;
}

/** Posts to `team` (`person`) and `team/<account>/remove`. */
export function TeamCard(props: TeamProps): JSX.Element {
  const { frame, app, forms } = props;
  return (
    <Card
      title="Team"
      id="team"
      summary="Everybody in the team sees this page and can change all of it. People see these names when they sign in."
    >
      <ul class="row-list">
        {app.team.map((member) => (
          <li class="row">
            <Avatar name={member.name} src={null} />
            <div class="row-text">
              <p class="row-title">
                <bdi>{member.name}</bdi>
              </p>
              <p class="muted">{about(member, app)}</p>
            </div>
            <Removal {...props} member={member} />
          </li>
        ))}
      </ul>
      <PostForm action={`/developer/${app.number}/team`} csrfToken={frame.csrfToken}>
        <TextField
          name="person"
          label="Add a person"
          hint="Their username, enrolment number or e-mail address. They get a mail."
          value={forms.team.person}
          error={teamProblemText(forms.team.problem)}
          autocomplete="off"
          maxlength={320}
          required
          verbatim
        />
        <div>
          <Button>Add to the team</Button>
        </div>
      </PostForm>
    </Card>
  );
}

function about(member: TeamMember, app: AppView): string {
  const parts = [member.username, member.accountId === app.createdBy ? 'registered the app' : null];
  return parts.filter((part) => part !== null).join(' · ');
}

function Removal(props: TeamProps & { readonly member: TeamMember }): JSX.Element {
  const { frame, app, member, viewer } = props;
  // Whoever registered the app always stays.
  if (member.accountId === app.createdBy) return <></>;
  const isOneself = member.accountId === viewer;
  return (
    <PostForm
      action={`/developer/${app.number}/team/${member.accountId}/remove`}
      csrfToken={frame.csrfToken}
      layout="inline"
    >
      <Button context={isOneself ? 'the team' : `${member.name} from the team`}>
        {isOneself ? 'Leave' : 'Remove'}
      </Button>
    </PostForm>
  );
}
