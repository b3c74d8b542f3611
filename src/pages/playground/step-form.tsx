import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button, ButtonRow } from '../components/button.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PlaygroundPageProps, RunValues, SentStep } from './playground-view.ts';

type RunField = keyof RunValues;

interface StepFormProps extends PlaygroundPageProps {
  readonly step: SentStep;
  readonly isNext: boolean;
}

/** What can be changed before it is sent. */
const FIELDS: Readonly<Record<SentStep, readonly RunField[]>> = {
  token: ['code', 'redirect_uri', 'code_verifier', 'client_secret'],
  'user-data': ['access_token'],
  refresh: ['refresh_token', 'client_secret'],
  replay: ['client_secret'],
  revoke: ['client_secret'],
};

/** Takes one step. Posts everything the run knows, and `of` where a step can present either of two things. */
export function StepForm(props: StepFormProps): JSX.Element {
  const { frame, app, step, run } = props;
  const visible = FIELDS[step];
  const hidden = (Object.keys(run) as RunField[]).filter((name) => !visible.includes(name));
  return (
    <PostForm
      action={`/developer/${app.number}/playground/${step}`}
      csrfToken={frame.csrfToken}
      checkedByServer
    >
      {hidden.map((name) =>
        run[name] === '' ? null : <input type="hidden" name={name} value={run[name]} />,
      )}
      {visible.map((name) => (
        <RunField {...props} name={name} />
      ))}
      <Send {...props} />
    </PostForm>
  );
}

function RunField(props: StepFormProps & { readonly name: RunField }): JSX.Element {
  const { frame, step, name, run, problem } = props;
  const text = messages(frame.language).playground;
  const hasProblem = problem?.step === step && problem.field === name;
  return (
    <TextField
      name={name}
      id={`${step}-${name}`}
      label={text.fields[name]}
      hint={hintOf(props)}
      error={hasProblem ? text.problems[problem.code] : undefined}
      value={run[name]}
      autocomplete="off"
      verbatim
    />
  );
}

function hintOf(props: StepFormProps & { readonly name: RunField }): string | undefined {
  const { frame, step, name, app } = props;
  const { hints } = messages(frame.language).playground;
  if (step === 'token' && name === 'code') return hints.code(String(props.codeSeconds));
  if (name === 'code_verifier') return hints.codeVerifier;
  if (step === 'token' && name === 'redirect_uri') return hints.redirectUri;
  if (name !== 'client_secret') return undefined;
  return app.isPublic ? hints.secretOfPublic : hints.secret;
}

function Send(props: StepFormProps): JSX.Element {
  const { frame, step, run, isNext } = props;
  const text = messages(frame.language).playground;
  const variant = isNext ? 'primary' : 'secondary';
  switch (step) {
    case 'replay':
      return (
        <>
          <p class="field-hint">{text.hints.replay(String(props.retrySeconds))}</p>
          <ButtonRow>
            {run.code === '' ? null : (
              <Button name="of" value="code">
                {text.send.replayCode}
              </Button>
            )}
            {run.spent_refresh_token === '' ? null : (
              <Button name="of" value="refresh_token">
                {text.send.replayRefresh}
              </Button>
            )}
          </ButtonRow>
        </>
      );
    case 'revoke':
      return (
        <ButtonRow>
          <Button name="of" value="refresh_token">
            {text.send.revokeRefresh}
          </Button>
          <Button name="of" value="access_token">
            {text.send.revokeAccess}
          </Button>
        </ButtonRow>
      );
    case 'token':
    case 'user-data':
    case 'refresh':
      return (
        <div>
          <Button variant={variant}>{text.send[step]}</Button>
        </div>
      );
  }
}
