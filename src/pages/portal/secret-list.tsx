import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientNumber } from '../../domain/client.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/choice-field.tsx';
import { Moment } from '../components/moment.tsx';
import { PostForm } from '../components/post-form.tsx';
import { SelectField } from '../components/select-field.tsx';
import { PasswordField, TextField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { EnvironmentCredentials, SecretView } from './credentials-view.ts';
import { addingErrors, revokingErrors, secretFieldIds, type SecretForms } from './secret-forms.ts';

interface SecretListProps {
  readonly frame: PageFrame;
  readonly app: { readonly number: ClientNumber };
  readonly credentials: EnvironmentCredentials;
  readonly forms: SecretForms;
  /** Or only look at them. */
  readonly canChange: boolean;
}

/**
 * The secrets of one environment. Posts to `secrets/<environment>` (`secret_name`, `lifetime`, `password`) and to
 * `secrets/<id>/revoke` (`password`, `even_if_last`).
 */
export function SecretList(props: SecretListProps): JSX.Element {
  const { frame, credentials } = props;
  const text = messages(frame.language).credentials;
  return (
    <div class="field">
      <p class="field-label">{text.secrets[credentials.environment]}</p>
      {credentials.secrets.length === 0 ? (
        <p class="field-hint">{text.noSecret}</p>
      ) : (
        <ul class="secrets">
          {credentials.secrets.map((secret) => (
            <Secret {...props} secret={secret} />
          ))}
        </ul>
      )}
      {props.canChange ? <Addition {...props} /> : null}
    </div>
  );
}

function Secret(props: SecretListProps & { readonly secret: SecretView }): JSX.Element {
  const { frame, secret } = props;
  const text = messages(frame.language).credentials;
  return (
    <li class="secret">
      <p class="secret-name">
        <bdi>{secret.name === '' ? text.firstSecret : secret.name}</bdi>{' '}
        <SecretBadge frame={frame} secret={secret} />
      </p>
      <p class="verbatim muted">{secret.hint}</p>
      <p class="muted">
        {text.added(
          <Moment at={secret.createdAt} frame={frame} />,
          <bdi>{secret.createdByName}</bdi>,
        )}{' '}
        {secret.expiresAt === null
          ? text.neverExpires
          : text.expires(<Moment at={secret.expiresAt} frame={frame} style="exact" />)}
      </p>
      <p class="muted">
        {secret.lastUse === null
          ? text.neverUsed
          : text.lastUsed(<Moment at={secret.lastUse.at} frame={frame} />, secret.lastUse.network)}
      </p>
      {props.canChange ? <Revocation {...props} /> : null}
    </li>
  );
}

function SecretBadge({
  frame,
  secret,
}: {
  readonly frame: PageFrame;
  readonly secret: SecretView;
}): JSX.Element {
  const text = messages(frame.language).credentials;
  if (secret.expiresAt !== null && secret.expiresAt <= frame.now) {
    return <Badge>{text.expired}</Badge>;
  }
  return secret.leakedAt === null ? <></> : <Badge tone="problem">{text.leaked}</Badge>;
}

function Revocation(props: SecretListProps & { readonly secret: SecretView }): JSX.Element {
  const { frame, app, secret, forms } = props;
  const text = messages(frame.language).credentials;
  const sent = forms.revoking?.secretId === secret.id ? forms.revoking : null;
  const errors = revokingErrors(sent, frame);
  const name = secret.name === '' ? secret.hint : secret.name;
  return (
    <details class="disclosure" open={sent !== null}>
      <summary>
        {text.revoke}
        <bdi class="visually-hidden"> {name}</bdi>
      </summary>
      <PostForm
        action={`/developer/${app.number}/secrets/${secret.id}/revoke`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        <p>{text.revokeMeaning()}</p>
        {secret.isLastInForce ? (
          <CheckboxField
            name="even_if_last"
            id={secretFieldIds.confirmation(secret.id)}
            label={text.lastSecret}
            hint={text.lastSecretHint}
            error={errors.confirmation}
          />
        ) : null}
        <PasswordField
          name="password"
          id={secretFieldIds.revokePassword(secret.id)}
          label={text.password}
          hint={text.passwordHint}
          error={errors.password}
          autocomplete="current-password"
        />
        <div>
          <Button variant="danger" context={name}>
            {text.revokeButton}
          </Button>
        </div>
      </PostForm>
    </details>
  );
}

function Addition({ frame, app, credentials, forms }: SecretListProps): JSX.Element {
  const { environment } = credentials;
  const text = messages(frame.language).credentials;
  const sent = forms.adding?.environment === environment ? forms.adding : null;
  const errors = addingErrors(sent, frame);
  return (
    <details class="disclosure" open={sent !== null}>
      <summary>{text.addSecret[environment]}</summary>
      <PostForm
        action={`/developer/${app.number}/secrets/${environment}`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        <p class="field-hint">{text.overlap}</p>
        <TextField
          name="secret_name"
          id={secretFieldIds.name(environment)}
          label={text.secretName}
          hint={text.secretNameHint}
          value={sent?.name}
          error={errors.name}
          maxlength={60}
          autocomplete="off"
        />
        <SelectField
          name="lifetime"
          id={secretFieldIds.lifetime(environment)}
          label={text.lifetime}
          hint={text.lifetimeHint}
          value={sent?.lifetime}
          error={errors.lifetime}
          options={LIFETIMES.map((value) => ({ value, label: text.lifetimes[value] }))}
        />
        <PasswordField
          name="password"
          id={secretFieldIds.addPassword(environment)}
          label={text.password}
          hint={text.passwordHint}
          error={errors.password}
          autocomplete="current-password"
        />
        <div>
          <Button>{text.addButton[environment]}</Button>
        </div>
      </PostForm>
    </details>
  );
}

const LIFETIMES = ['never', '30', '90', '180', '365'] as const;
