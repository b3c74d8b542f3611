import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button, LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { ErrorSummary } from './components/error-summary.tsx';
import { fieldId } from './components/field-wiring.tsx';
import { NEW_PASSWORD_HINT, UsernameForPasswordManager } from './components/new-password.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { PostForm } from './components/post-form.tsx';
import { PasswordField } from './components/text-field.tsx';
import { Layout } from './layout.tsx';
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
  if (state.type === 'expired') {
    return (
      <Layout frame={frame} title="This link no longer works" width="narrow">
        <Card>
          <PageHeading
            title="This link no longer works"
            lead="A link to choose a new password works once and only for a short time, and a newer one replaces it."
          />
          <LinkButton href="/auth/forgot-password" variant="primary" wide>
            Get a new link
          </LinkButton>
        </Card>
      </Layout>
    );
  }
  const problem = state.problem ?? undefined;
  return (
    <Layout
      frame={frame}
      title="Choose a new password"
      width="narrow"
      modules={['reveal-password.js']}
    >
      <Card>
        <PageHeading
          title="Choose a new password"
          lead="Everywhere you are signed in now, you will be signed out."
        />
        <ErrorSummary
          title="Your password is not changed"
          problems={
            problem === undefined ? [] : [{ fieldId: fieldId('password'), message: problem }]
          }
        />
        <PostForm action="/auth/reset-password" csrfToken={frame.csrfToken}>
          <input type="hidden" name="token" value={state.token} />
          <UsernameForPasswordManager username={state.username} />
          <PasswordField
            name="password"
            label="New password"
            hint={NEW_PASSWORD_HINT}
            error={problem}
            autocomplete="new-password"
          />
          <Button variant="primary" wide>
            Change password
          </Button>
        </PostForm>
      </Card>
    </Layout>
  );
}
