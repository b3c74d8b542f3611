import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ReceivedInvitation } from '../../domain/client-invitation.ts';
import { AppLogo } from '../components/avatar.tsx';
import { Button, ButtonRow } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

export interface InvitationPageProps {
  readonly frame: PageFrame;
  readonly invitation: Pick<
    ReceivedInvitation,
    'app' | 'address' | 'role' | 'invitedByName' | 'expiresAt'
  >;
  /** URL of the app's logo. */
  readonly logo: string | null;
  /** Of whoever is signed in. */
  readonly personName: string;
  /** Where it is answered. */
  readonly path: string;
}

/** Whether to join the team of an app. Posts to `<path>/accept` and `<path>/decline`. */
export function InvitationPage(props: InvitationPageProps): JSX.Element {
  const { frame, invitation, path } = props;
  const { app, role, address } = invitation;
  const text = messages(frame.language).team;
  return (
    <Layout frame={frame} title={text.invitationTitle(app)} width="narrow">
      <Card>
        <AppLogo name={app} src={props.logo} size="large" />
        <PageHeading
          title={text.invitationTitle(app)}
          lead={text.invitationLead(<bdi>{invitation.invitedByName}</bdi>, <bdi>{app}</bdi>)}
        />
        <DefinitionList
          items={[
            {
              term: text.yourRoleWouldBe,
              description: (
                <>
                  <strong>{text.roles[role]}</strong>
                  <br />
                  <span class="muted">{text.roleMeanings[role]}</span>
                </>
              ),
            },
            { term: text.sentTo, description: <bdi class="verbatim">{address}</bdi> },
            {
              term: text.validUntil,
              description: <Moment at={invitation.expiresAt} frame={frame} style="exact" />,
            },
          ]}
        />
        <p>{text.signedInAs(<bdi>{props.personName}</bdi>)}</p>
        <p class="muted">{text.teamSeesName}</p>
        <PostForm action={`${path}/accept`} csrfToken={frame.csrfToken}>
          <ButtonRow>
            <Button variant="primary">{text.accept}</Button>
            <Button formAction={`${path}/decline`}>{text.decline}</Button>
          </ButtonRow>
        </PostForm>
      </Card>
    </Layout>
  );
}
