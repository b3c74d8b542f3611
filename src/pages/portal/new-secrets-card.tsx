import type { JSX } from 'hono/jsx/jsx-runtime';

import { CopyField } from '../components/copy-field.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import type { NewSecretView } from './credentials-view.ts';

export interface NewSecretsCardProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  /** Those just made; empty: none was. */
  readonly newSecrets: readonly NewSecretView[];
  /** This page answers the registration. */
  readonly justRegistered: boolean;
}

/** The one time a client secret is in view. */
export function NewSecretsCard(props: NewSecretsCardProps): JSX.Element {
  const { frame, app, newSecrets, justRegistered } = props;
  const text = messages(frame.language).credentials;
  if (newSecrets.length === 0) {
    return justRegistered ? (
      <Banner type="success" title={text.registered(app.name)} live>
        {text.publicNeedsNoSecret}
      </Banner>
    ) : (
      <></>
    );
  }
  return (
    <section class="card new-secret" aria-labelledby="new-secret-title">
      <h2 id="new-secret-title">{justRegistered ? text.registered(app.name) : text.secretAdded}</h2>
      <p>{text.copyNow()}</p>
      {newSecrets.map(({ environment, clientSecret }) => (
        <CopyField
          id={`new-secret-${environment}`}
          label={text.clientSecret[environment]}
          value={clientSecret}
          hint={text.clientSecretHint[environment]}
          multiline
        />
      ))}
      <p>
        <a href={`/developer/${app.number}`}>{text.copied}</a>
      </p>
    </section>
  );
}
