import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { UsernameForPasswordManager } from '../components/new-password.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { PasswordField } from '../components/text-field.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { AccountTabs } from './account-tabs.tsx';
import type { ConnectedApp } from './connected-app.ts';
import { ConnectedApps } from './connected-apps.tsx';
import { Sessions, type SignedInBrowser } from './sessions.tsx';

export interface AccountPageProps {
  readonly frame: PageFrame;
  readonly person: { readonly name: string; readonly username: string | null };
  /** By latest connection. */
  readonly apps: readonly ConnectedApp[];
  /** This one first, then by last use. */
  readonly sessions: readonly SignedInBrowser[];
  /** What was wrong with a change of password, as sentences. */
  readonly passwordProblems: {
    readonly current: string | null;
    readonly new: string | null;
  };
  /** What was wrong with a download, as a sentence. */
  readonly downloadProblem: string | null;
}

/**
 * Everything a person decides about their account. Posts to
 * `/account/apps/<number>/end`, `/account/sessions/<number>/end`, `/account/sessions/end-others` and
 * `/account/apps/end-all`, `/account/password` (`current_password`, `new_password`) and `/account/data` (`own_password`).
 */
export function AccountPage(props: AccountPageProps): JSX.Element {
  const { frame } = props;
  const { title } = messages(frame.language).account;
  return (
    <Layout frame={frame} title={title} modules={['reveal-password.js']}>
      <PageHeading
        title={title}
        lead={
          props.person.username === null
            ? props.person.name
            : `${props.person.name} · ${props.person.username}`
        }
      />
      <AccountTabs frame={frame} />
      <Problems {...props} />
      <ConnectedApps frame={frame} apps={props.apps} />
      <Sessions frame={frame} sessions={props.sessions} />
      <PasswordForm {...props} />
      <DownloadForm {...props} />
    </Layout>
  );
}

function Problems({ frame, passwordProblems, downloadProblem }: AccountPageProps): JSX.Element {
  const { account, password } = messages(frame.language);
  const shown = [
    { fieldId: fieldId('current_password'), message: passwordProblems.current },
    { fieldId: fieldId('new_password'), message: passwordProblems.new },
    { fieldId: fieldId('own_password'), message: downloadProblem },
  ];
  return (
    <ErrorSummary
      title={downloadProblem === null ? password.notChanged : account.notDownloaded}
      problems={shown.flatMap(({ fieldId: id, message }) =>
        message === null ? [] : [{ fieldId: id, message }],
      )}
    />
  );
}

function DownloadForm({ frame, person, downloadProblem }: AccountPageProps): JSX.Element {
  const { account: text } = messages(frame.language);
  return (
    <Card title={text.downloadTitle} id="data" summary={text.downloadSummary}>
      <PostForm action="/account/data" csrfToken={frame.csrfToken} layout="short">
        <UsernameForPasswordManager username={person.username ?? ''} />
        <PasswordField
          name="own_password"
          label={text.downloadPassword}
          error={downloadProblem ?? undefined}
          autocomplete="current-password"
        />
        <div>
          <Button>{text.download}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

function PasswordForm({ frame, person, passwordProblems }: AccountPageProps): JSX.Element {
  const { account: text, password } = messages(frame.language);
  return (
    <Card title={text.passwordTitle} id="password" summary={text.passwordSummary}>
      <PostForm action="/account/password" csrfToken={frame.csrfToken} layout="short">
        <UsernameForPasswordManager username={person.username ?? ''} />
        <PasswordField
          name="current_password"
          label={text.currentPassword}
          error={passwordProblems.current ?? undefined}
          autocomplete="current-password"
        />
        <PasswordField
          name="new_password"
          label={password.newPassword}
          hint={password.hint}
          error={passwordProblems.new ?? undefined}
          autocomplete="new-password"
        />
        <div>
          <Button>{password.change}</Button>
        </div>
      </PostForm>
    </Card>
  );
}
