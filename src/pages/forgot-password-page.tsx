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
import { messages } from './messages/messages.ts';
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
  const { passwordReset: text, signIn } = messages(frame.language);
  if (state.type === 'sent') {
    return (
      <Layout frame={frame} title={text.sentTitle} width="narrow">
        <Card>
          <PageHeading title={text.sentTitle} lead={text.sentLead} />
          <ul class="advice-list">
            <li>{text.sentValid(state.validMinutes)}</li>
            <li>{text.sentNothingThere}</li>
            <li>{text.sentNoAddress(frame.institution)}</li>
          </ul>
          <LinkButton href="/auth/login" wide>
            {text.backToSignIn}
          </LinkButton>
        </Card>
      </Layout>
    );
  }
  return (
    <Layout frame={frame} title={text.forgotTitle} width="narrow">
      <Card>
        <PageHeading
          title={text.forgotHeading}
          lead={text.forgotLead}
          back={{ href: '/auth/login', label: signIn.title }}
        />
        <ErrorSummary
          title={text.nothingSent}
          problems={
            state.retryAt === null
              ? []
              : [
                  {
                    fieldId: fieldId('identifier'),
                    message: text.tooManyRequests(waitingTime(state.retryAt, frame)),
                  },
                ]
          }
        />
        <PostForm action="/auth/forgot-password" csrfToken={frame.csrfToken}>
          <TextField
            name="identifier"
            label={signIn.identifier}
            hint={signIn.identifierHint}
            value={state.identifier}
            autocomplete="username"
            maxlength={320}
            verbatim
            required
          />
          <Button variant="primary" wide>
            {text.mailMeALink}
          </Button>
        </PostForm>
      </Card>
    </Layout>
  );
}
