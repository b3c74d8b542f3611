import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button, LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { ErrorSummary } from './components/error-summary.tsx';
import { fieldId } from './components/field-wiring.tsx';
import { UsernameForPasswordManager } from './components/new-password.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { PostForm } from './components/post-form.tsx';
import { PasswordField } from './components/text-field.tsx';
import { Layout } from './layout.tsx';
import { messages } from './messages/messages.ts';
import type { PageFrame } from './page-frame.ts';

export interface ResetPasswordPageProps {
  readonly frame: PageFrame;
  readonly state:
    | {
        readonly type: 'form';
        /** The link's secret; comes back as field `token`. */
        readonly token: string;
        /** For whom, so that a password manager stores it under the right name; may be empty. */
        readonly username: string;
        /** What is wrong with the password sent before, as a sentence. */
        readonly problem: string | null;
      }
    /** Used, replaced by a newer one, or too old. */
    | { readonly type: 'expired' };
}

/** Posts `token` and `password` to `/auth/reset-password`. */
export function ResetPasswordPage({ frame, state }: ResetPasswordPageProps): JSX.Element {
  const { passwordReset: text, password } = messages(frame.language);
  if (state.type === 'expired') {
    return (
      <Layout frame={frame} title={text.expiredTitle} width="narrow">
        <Card>
          <PageHeading title={text.expiredTitle} lead={text.expiredLead} />
          <LinkButton href="/auth/forgot-password" variant="primary" wide>
            {text.getNewLink}
          </LinkButton>
        </Card>
      </Layout>
    );
  }
  const problem = state.problem ?? undefined;
  return (
    <Layout frame={frame} title={text.resetTitle} width="narrow" modules={['reveal-password.js']}>
      <Card>
        <PageHeading title={text.resetTitle} lead={text.resetLead} />
        <ErrorSummary
          title={password.notChanged}
          problems={
            problem === undefined ? [] : [{ fieldId: fieldId('password'), message: problem }]
          }
        />
        <PostForm action="/auth/reset-password" csrfToken={frame.csrfToken}>
          <input type="hidden" name="token" value={state.token} />
          <UsernameForPasswordManager username={state.username} />
          <PasswordField
            name="password"
            label={password.newPassword}
            hint={password.hint}
            error={problem}
            autocomplete="new-password"
          />
          <Button variant="primary" wide>
            {password.change}
          </Button>
        </PostForm>
      </Card>
    </Layout>
  );
}
