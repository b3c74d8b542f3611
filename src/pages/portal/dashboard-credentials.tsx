import type { JSX } from 'hono/jsx/jsx-runtime';

import { Badge, type BadgeTone } from '../components/badge.tsx';
import { ButtonRow, LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import type { Credentials, EnvironmentCredentials } from './credentials-view.ts';
import type { DashboardForms } from './dashboard-forms.ts';
import { SecretList } from './secret-list.tsx';
import type { TeamView } from './team-view.ts';

interface CredentialsCardProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly credentials: Credentials;
  readonly issuer: string;
  readonly forms: DashboardForms;
  readonly team: Pick<TeamView, 'may'>;
}

/** What an app needs to talk to us: live, and beside it the sandbox to build with. */
export function CredentialsCard(props: CredentialsCardProps): JSX.Element {
  const { frame, credentials, issuer } = props;
  const text = messages(frame.language).credentials;
  return (
    <Card title={text.title} id="credentials" summary={text.summary}>
      <div class="environments">
        <EnvironmentPart {...props} part={credentials.live} />
        {credentials.sandbox === null ? null : (
          <EnvironmentPart {...props} part={credentials.sandbox} />
        )}
      </div>
      <DefinitionList
        items={[
          { term: text.tokenEndpoint, description: <Endpoint at={`${issuer}/open_auth/token/`} /> },
          {
            term: text.userDataEndpoint,
            description: <Endpoint at={`${issuer}/open_auth/get_user_data/`} />,
          },
          {
            term: text.revocationEndpoint,
            description: <Endpoint at={`${issuer}/open_auth/revoke_token/`} />,
          },
        ]}
      />
      <p class="muted">{text.foundOne('/developer/secret-leaks')}</p>
    </Card>
  );
}

const STATE_TONES: Readonly<Record<EnvironmentCredentials['state'], BadgeTone>> = {
  works: 'success',
  'after-approval': 'waiting',
  stopped: 'problem',
};

function EnvironmentPart(
  props: CredentialsCardProps & { readonly part: EnvironmentCredentials },
): JSX.Element {
  const { frame, app, issuer, part, forms, team } = props;
  const { environment, clientId, state } = part;
  const text = messages(frame.language).credentials;
  const address = authorisePath(clientId, app);
  return (
    <section class="environment" aria-labelledby={`credentials-${environment}`}>
      <div class="environment-head">
        <h3 id={`credentials-${environment}`}>{text.environment[environment]}</h3>
        <Badge tone={STATE_TONES[state]}>{text.state[state]}</Badge>
      </div>
      <p class="muted">{text.about[environment]}</p>
      <CopyField
        id={`client-id-${environment}`}
        label={text.clientId[environment]}
        value={clientId}
        hint={text.clientIdHint}
      />
      {app.clientType === 'public' && part.secrets.length === 0 ? (
        <div class="field">
          <p class="field-label">{text.secrets[environment]}</p>
          <p class="field-hint">{text.publicHint(<code>S256</code>)}</p>
        </div>
      ) : (
        <SecretList
          frame={frame}
          app={app}
          credentials={part}
          forms={forms.secrets}
          canChange={team.may.secrets}
        />
      )}
      <CopyField
        id={`authorise-url-${environment}`}
        label={text.authoriseAddress[environment]}
        value={`${issuer}${address}`}
        hint={text.authoriseAddressHint}
        multiline
      />
      {environment === 'sandbox' && state === 'works' ? (
        <ButtonRow>
          <LinkButton href={address}>{text.trySandbox}</LinkButton>
        </ButtonRow>
      ) : null}
    </section>
  );
}

function Endpoint({ at }: { readonly at: string }): JSX.Element {
  return <code class="verbatim">{at}</code>;
}

function authorisePath(clientId: string, app: AppView): string {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: app.redirectUris[0] ?? '',
    state: 'RANDOM_STATE_STRING',
  });
  return `/oauth/authorise?${query.toString()}`;
}
