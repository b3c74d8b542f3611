import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PostForm } from '../components/post-form.tsx';
import { PasswordField } from '../components/text-field.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { passwordProblemText, type DashboardForms } from './dashboard-forms.ts';

interface CredentialsProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly issuer: string;
  readonly forms: DashboardForms;
  readonly newSecret: string | null;
  readonly justRegistered: boolean;
}

/** The one time a client secret is in view. */
export function NewSecretCard(props: CredentialsProps): JSX.Element {
  const { app, newSecret, justRegistered } = props;
  if (newSecret === null) {
    return justRegistered ? (
      <Banner type="success" title={`${app.name} is registered and in review`} live>
        It is a public app, so it has no client secret. Your client ID is below.
      </Banner>
    ) : (
      <></>
    );
  }
  return (
    <section class="card new-secret" aria-labelledby="new-secret-title">
      <h2 id="new-secret-title">
        {justRegistered ? `${app.name} is registered and in review` : 'The client secret is new'}
      </h2>
      <p>
        <strong>Copy the client secret now.</strong> We keep no readable copy, so this is the only
        time you see it. Store it on your server, never in a page, an app or a repository.
        {justRegistered ? '' : ' The one before has stopped working.'}
      </p>
      <CopyField id="new-client-secret" label="Client secret" value={newSecret} multiline />
      <p>
        <a href={`/developer/${app.number}`}>I have copied it, go on to the dashboard</a>
      </p>
    </section>
  );
}

/** Client ID, secret and addresses. Posts to `secret` (`password`). */
export function CredentialsCard(props: CredentialsProps): JSX.Element {
  const { app, issuer } = props;
  return (
    <Card title="Credentials" id="credentials" summary="What your app needs to talk to us.">
      <CopyField id="client-id" label="Client ID" value={app.clientId} hint="Not secret." />
      <SecretReplacement {...props} />
      <CopyField
        id="authorise-url"
        label="Address to send people to"
        value={authoriseUrl(issuer, app)}
        hint="Put a new random text in place of RANDOM_STATE_STRING each time, and check that it comes back."
        multiline
      />
      <DefinitionList
        items={[
          { term: 'Tokens', description: <Endpoint at={`${issuer}/open_auth/token/`} /> },
          {
            term: 'User data',
            description: <Endpoint at={`${issuer}/open_auth/get_user_data/`} />,
          },
          { term: 'Revoke', description: <Endpoint at={`${issuer}/open_auth/revoke_token/`} /> },
        ]}
      />
    </Card>
  );
}

function Endpoint({ at }: { readonly at: string }): JSX.Element {
  return <code class="verbatim">{at}</code>;
}

function authoriseUrl(issuer: string, app: AppView): string {
  const query = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: app.redirectUris[0] ?? '',
    state: 'RANDOM_STATE_STRING',
  });
  return `${issuer}/oauth/authorise?${query.toString()}`;
}

function SecretReplacement({ frame, app, forms }: CredentialsProps): JSX.Element {
  if (app.clientType === 'public') {
    return (
      <div class="field">
        <p class="field-label">Client secret</p>
        <p class="field-hint">
          A public app has none, because it could not keep it. Protect the authorisation code with
          PKCE (<code>S256</code>) instead.
        </p>
      </div>
    );
  }
  const error = passwordProblemText(forms.secret.problem, frame);
  return (
    <div class="field">
      <p class="field-label">Client secret</p>
      <p class="field-hint">
        Shown once when it is made; we keep only a fingerprint of it. Lost it, or fear that somebody
        else has it? Replace it.
      </p>
      <details class="disclosure" open={error !== undefined}>
        <summary>Replace the client secret</summary>
        <PostForm action={`/developer/${app.number}/secret`} csrfToken={frame.csrfToken}>
          <p>
            The present secret stops working <strong>at once</strong>: until your app has the new
            one, nobody can sign in to it. Access given before stays.
          </p>
          <PasswordField
            name="password"
            label="Your password"
            hint="So that nobody else does this in your browser."
            error={error}
            autocomplete="current-password"
          />
          <div>
            <Button variant="danger">Replace the secret</Button>
          </div>
        </PostForm>
      </details>
    </div>
  );
}
