import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button, ButtonRow, LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { PostForm } from './components/post-form.tsx';
import { Layout } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';

export interface ResubmitPageProps {
  readonly frame: PageFrame;
  /** Where the form was sent, query included. */
  readonly action: string;
  /** What was written, without anything secret; sent again as it is. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** A form arrived that our page made, but too long ago. Nothing was done yet, and nothing written is lost. */
export function ResubmitPage({ frame, action, fields }: ResubmitPageProps): JSX.Element {
  return (
    <Layout frame={frame} title="Send this again?" width="narrow">
      <Card>
        <PageHeading
          title="Send this again?"
          lead="The page was open for a long time, or you signed in or out in another tab meanwhile. To be safe, nothing was done yet."
        />
        <p>What you wrote is still here. Passwords and files have to be entered again.</p>
        <PostForm action={action} csrfToken={frame.csrfToken}>
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ButtonRow>
            <Button variant="primary">Send again</Button>
            <LinkButton href="/">Leave it</LinkButton>
          </ButtonRow>
        </PostForm>
      </Card>
    </Layout>
  );
}
