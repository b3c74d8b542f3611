import type { JSX } from 'hono/jsx/jsx-runtime';

import { Card } from '../components/card.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import type { DashboardForms } from './dashboard-forms.ts';
import { TeamInvitations } from './team-invitations.tsx';
import { TeamMembers } from './team-members.tsx';
import { TeamSuccession } from './team-succession.tsx';
import type { TeamView } from './team-view.ts';

/** Who is in the team as what; for owners, everything to change it. Its parts say where they post. */
export function TeamCard({
  frame,
  app,
  team,
  forms,
}: {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly team: TeamView;
  readonly forms: DashboardForms;
}): JSX.Element {
  const text = messages(frame.language).team;
  const part = { frame, app, team, forms: forms.team };
  return (
    <Card title={text.title} id="team" summary={text.summary}>
      <TeamMembers {...part} />
      <details class="disclosure">
        <summary>{text.aboutRoles}</summary>
        <DefinitionList
          items={(['owner', 'developer', 'viewer'] as const).map((role) => ({
            term: text.roles[role],
            description: text.roleMeanings[role],
          }))}
        />
      </details>
      {team.may.team ? (
        <>
          <TeamInvitations {...part} />
          <TeamSuccession {...part} />
        </>
      ) : null}
    </Card>
  );
}
