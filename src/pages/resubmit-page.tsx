import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from './components/button.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { PostForm } from './components/post-form.tsx';
import { Layout } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';

export interface ResubmitPageProps {
  readonly frame: PageFrame;
  /** Path and query the form was sent to. */
  readonly action: string;
  /** What the form held, in order, but for passwords and files. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** A form came with an old token: what was written is kept, and can be sent again. */
export function ResubmitPage({ frame, action, fields }: ResubmitPageProps): JSX.Element {
  return (
    <Layout frame={frame} title="Send it again?" width="narrow">
      <PageHeading title="Nothing was saved yet" />
      <p>
        The page you sent was opened before you last signed in or out, so we did not act on it. What
        you wrote is kept here.
      </p>
      {frame.person === null ? (
        <p>
          Your sign-in has ended.{' '}
          <a href="/auth/login" target="_blank" rel="noopener">
            Sign in (opens a new tab)
          </a>
          , then come back to this page and send it again.
        </p>
      ) : (
        <p>
          You are signed in as <strong>{frame.person.name}</strong>.
        </p>
      )}
      <PostForm action={action} csrfToken={frame.csrfToken}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button variant="primary">Send again</Button>
      </PostForm>
    </Layout>
  );
}
