import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../domain/clock.ts';
import { Button, LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { ErrorSummary } from './components/error-summary.tsx';
import { fieldId } from './components/field-wiring.tsx';
import { waitingTime } from './components/moment.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { PostForm } from './components/post-form.tsx';
import { TextField } from './components/text-field.tsx';
import { Layout } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';

export interface ForgotPasswordPageProps {
  readonly frame: PageFrame;
  readonly state:
    | {
        readonly type: 'form';
        readonly identifier: string;
        /** Set after too many requests. */
        readonly retryAt: Instant | null;
      }
    /** Said whether or not there is such an account. */
    | { readonly type: 'sent'; readonly validMinutes: number };
}

/** Posts `identifier` to `/auth/forgot-password`. */
export function ForgotPasswordPage({ frame, state }: ForgotPasswordPageProps): JSX.Element {
  if (state.type === 'sent') {
    return (
      <Layout frame={frame} title="Check your mail" width="narrow">
        <Card>
          <PageHeading
            title="Check your mail"
            lead="If what you typed belongs to an account, a link to choose a new password is on its way to the email address we have for it."
          />
          <ul class="advice-list">
            <li>The link works once, within {state.validMinutes} minutes.</li>
            <li>Nothing there? Look in the spam folder, and check what you typed.</li>
            <li>
              No email address in your record, or no longer yours? Ask the people who look after
              accounts at {frame.institution}.
            </li>
          </ul>
          <LinkButton href="/auth/login" wide>
            Back to sign-in
          </LinkButton>
        </Card>
      </Layout>
    );
  }
  return (
    <Layout frame={frame} title="Forgot your password" width="narrow">
      <Card>
        <PageHeading
          title="Forgot your password?"
          lead="Tell us who you are, and we mail you a link to choose a new one."
          back={{ href: '/auth/login', label: 'Sign in' }}
        />
        <ErrorSummary
          title="No mail was sent"
          problems={
            state.retryAt === null
              ? []
              : [
                  {
                    fieldId: fieldId('identifier'),
                    message: `There were too many requests. Try again in ${waitingTime(state.retryAt, frame)}.`,
                  },
                ]
          }
        />
        <PostForm action="/auth/forgot-password" csrfToken={frame.csrfToken}>
          <TextField
            name="identifier"
            label="Username, email address or phone number"
            hint="Your enrolment or employee number works too."
            value={state.identifier}
            autocomplete="username"
            maxlength={320}
            verbatim
            required
          />
          <Button variant="primary" wide>
            Mail me a link
          </Button>
        </PostForm>
      </Card>
    </Layout>
  );
}
