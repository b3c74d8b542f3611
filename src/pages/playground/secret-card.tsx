import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { waitingTime } from '../components/moment.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PostForm } from '../components/post-form.tsx';
import { PasswordField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PlaygroundPageProps, RunValues } from './playground-view.ts';

/** A secret for who has none at hand. Posts `password` and everything the run knows to `playground/secret`. */
export function SecretCard(props: PlaygroundPageProps): JSX.Element | null {
  const { frame, app, run, madeSecret, secretProblem } = props;
  const { playground: text, credentials } = messages(frame.language);
  if (madeSecret !== null) {
    return (
      <Card title={text.secret.made} id="secret" summary={text.secret.madeSummary}>
        <CopyField
          id="playground-secret"
          label={credentials.clientSecret.sandbox}
          value={madeSecret}
          multiline
        />
      </Card>
    );
  }
  const cameEmpty = props.exchange?.step === 'redirect' && run.code === '';
  if (app.isPublic || run.client_secret !== '' || cameEmpty) return null;
  if (!props.mayMakeSecret) {
    return (
      <Card title={text.secret.title} id="secret">
        <p>{text.secret.askTeam}</p>
      </Card>
    );
  }
  const isFull = secretProblem?.code === 'too-many';
  return (
    <Card title={text.secret.title} id="secret" summary={text.secret.summary}>
      {isFull ? (
        <Banner type="problem" live>
          {credentials.tooManySecrets}
        </Banner>
      ) : null}
      <PostForm
        action={`/developer/${app.number}/playground/secret`}
        csrfToken={frame.csrfToken}
        checkedByServer
      >
        {(Object.keys(run) as (keyof RunValues)[]).map((name) =>
          run[name] === '' ? null : <input type="hidden" name={name} value={run[name]} />,
        )}
        <PasswordField
          name="password"
          label={credentials.password}
          hint={credentials.passwordHint}
          error={passwordError(props)}
          autocomplete="current-password"
        />
        <div>
          <Button>{text.secret.make}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

function passwordError({ frame, secretProblem }: PlaygroundPageProps): string | undefined {
  const text = messages(frame.language).credentials;
  switch (secretProblem?.code) {
    case 'wrong-password':
      return text.wrongPassword;
    case 'throttled':
      return text.tooManyAttempts(waitingTime(secretProblem.retryAt, frame));
    case 'too-many':
    case undefined:
      return undefined;
  }
}
