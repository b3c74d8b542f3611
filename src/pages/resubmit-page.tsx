import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button, ButtonRow, LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { PostForm } from './components/post-form.tsx';
import { Layout } from './layout.tsx';
import { messages } from './messages/messages.ts';
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
  const text = messages(frame.language).resubmit;
  return (
    <Layout frame={frame} title={text.title} width="narrow">
      <Card>
        <PageHeading title={text.title} lead={text.lead} />
        <p>{text.stillHere}</p>
        <PostForm action={action} csrfToken={frame.csrfToken}>
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ButtonRow>
            <Button variant="primary">{text.sendAgain}</Button>
            <LinkButton href="/">{text.leaveIt}</LinkButton>
          </ButtonRow>
        </PostForm>
      </Card>
    </Layout>
  );
}
