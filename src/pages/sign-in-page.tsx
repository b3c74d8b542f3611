import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../domain/clock.ts';
import { Button } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { ErrorSummary } from './components/error-summary.tsx';
import { fieldId } from './components/field-wiring.tsx';
import { waitingTime } from './components/moment.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { PostForm } from './components/post-form.tsx';
import { PasswordField, TextField } from './components/text-field.tsx';
import { Layout } from './layout.tsx';
import { messages } from './messages/messages.ts';
import type { PageFrame } from './page-frame.ts';

export interface SignInPageProps {
  readonly frame: PageFrame;
  /** Path of ours to go on to, query included; empty: home. Comes back as field `next`. */
  readonly next: string;
  /** What was typed before; empty at first. */
  readonly identifier: string;
  /** Why the last attempt failed; never tells whether there is such an account. */
  readonly problem:
    | null
    | { readonly type: 'wrong-credentials' }
    | { readonly type: 'throttled'; readonly retryAt: Instant };
  /** People of the demo campus; empty in production. */
  readonly demoSignIns: readonly {
    readonly username: string;
    readonly password: string;
    readonly who: string;
  }[];
}

/** Posts `identifier`, `password` and `next` to `/auth/login`. */
export function SignInPage(props: SignInPageProps): JSX.Element {
  const { frame } = props;
  const text = messages(frame.language).signIn;
  return (
    <Layout frame={frame} title={text.title} width="narrow" modules={['reveal-password.js']}>
      <Card>
        <PageHeading title={text.title} lead={text.lead(frame.institution)} />
        <ErrorSummary
          title={text.notSignedIn}
          problems={
            props.problem === null
              ? []
              : [{ fieldId: fieldId('identifier'), message: explain(props.problem, frame) }]
          }
        />
        <PostForm action="/auth/login" csrfToken={frame.csrfToken}>
          <input type="hidden" name="next" value={props.next} />
          <TextField
            name="identifier"
            label={text.identifier}
            hint={text.identifierHint}
            value={props.identifier}
            autocomplete="username"
            maxlength={320}
            autofocus={props.problem === null}
            verbatim
            required
          />
          <PasswordField name="password" label={text.password} autocomplete="current-password" />
          <Button variant="primary" wide>
            {text.signIn}
          </Button>
        </PostForm>
        <p class="form-aside">
          <a href="/auth/forgot-password">{text.forgotPassword}</a>
        </p>
      </Card>
      <DemoSignIns {...props} />
    </Layout>
  );
}

function explain(problem: NonNullable<SignInPageProps['problem']>, frame: PageFrame): string {
  const text = messages(frame.language);
  return problem.type === 'throttled'
    ? text.password.tooManyAttempts(waitingTime(problem.retryAt, frame))
    : text.signIn.wrongCredentials;
}

/** Each is a form of its own, so that one press signs in. */
function DemoSignIns({ frame, next, demoSignIns }: SignInPageProps): JSX.Element {
  if (demoSignIns.length === 0) return <></>;
  const text = messages(frame.language).signIn;
  return (
    <Card title={text.demoTitle} summary={text.demoSummary}>
      <ul class="plain-list">
        {demoSignIns.map(({ username, password, who }) => (
          <li class="demo-person">
            <div class="demo-person-text">
              <p class="demo-person-name">{who}</p>
              <p class="demo-person-credentials">
                <code>{username}</code> <span class="visually-hidden">{text.withPassword}</span>{' '}
                <code>{password}</code>
              </p>
            </div>
            <PostForm action="/auth/login" csrfToken={frame.csrfToken} layout="inline">
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="identifier" value={username} />
              <input type="hidden" name="password" value={password} />
              <Button context={text.asPerson(who)}>{text.signIn}</Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}
