import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CheckboxField } from '../components/choice-field.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { PostForm } from '../components/post-form.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { AuthorizationValues, PlaygroundPageProps } from './playground-view.ts';

type AuthorizationCardProps = PlaygroundPageProps & {
  readonly authorization: AuthorizationValues;
};

/** The first step. Posts `redirect_uri`, `state`, `pkce`, `response_type`, `login_hint`, and a secret that was made. */
export function AuthorizationCard(props: AuthorizationCardProps): JSX.Element {
  const { frame, app, openAt } = props;
  const text = messages(frame.language).playground;
  return (
    <Card title={text.authorize.title} id="authorize" summary={text.authorize.summary}>
      <PostForm
        action={`/developer/${app.number}/playground/authorize`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        {props.run.client_secret === '' ? null : (
          <input type="hidden" name="client_secret" value={props.run.client_secret} />
        )}
        <Parameters {...props} />
        <div>
          <Button variant={openAt === null ? 'primary' : 'secondary'}>
            {openAt === null ? text.authorize.make : text.authorize.makeAgain}
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}

function Parameters(props: AuthorizationCardProps): JSX.Element {
  const { frame, authorization } = props;
  const text = messages(frame.language).playground;
  const isUnusual = authorization.response_type !== 'code';
  return (
    <>
      <CopyField id="playground-client-id" label={text.clientId} value={props.clientId} />
      <TextField
        name="redirect_uri"
        id="authorize-redirect-uri"
        label={text.fields.redirect_uri}
        hint={text.authorize.redirectUri(
          props.ownRedirectUris.map((uri) => <code class="verbatim playground-uri">{uri}</code>),
        )}
        value={authorization.redirect_uri}
        autocomplete="off"
        verbatim
      />
      <TextField
        name="state"
        label={text.fields.state}
        hint={text.authorize.state}
        value={authorization.state}
        autocomplete="off"
        verbatim
      />
      <CheckboxField
        name="pkce"
        label={text.authorize.pkce}
        hint={text.authorize.pkceHint}
        checked={authorization.pkce}
      />
      <SelectField
        name="login_hint"
        label={text.fields.login_hint}
        hint={text.authorize.loginHint}
        value={authorization.login_hint}
        options={[
          { value: '', label: text.authorize.chooseThere },
          ...props.people.map(({ username, name }) => ({
            value: username,
            label: `${username} · ${name}`,
          })),
        ]}
      />
      <details class="disclosure" open={isUnusual}>
        <summary>{text.authorize.more}</summary>
        <TextField
          name="response_type"
          label={text.fields.response_type}
          hint={text.authorize.responseType}
          value={authorization.response_type}
          autocomplete="off"
          verbatim
        />
      </details>
    </>
  );
}
