import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextArea } from '../components/text-field.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** The checklist and the replies, in the language of the page. Posts `checklist`, `replies` and `version`. */
export function DeskSettingsPage(props: {
  readonly frame: PageFrame;
  /** As typed: one question a line. */
  readonly checklist: string;
  /** As typed: name, text, and `---` between two. */
  readonly replies: string;
  readonly version: number;
  /** Somebody else saved since the form was opened. */
  readonly changedMeanwhile: boolean;
}): JSX.Element {
  const { frame } = props;
  const text = messages(frame.language).review;
  return (
    <Layout frame={frame} title={text.settingsTitle}>
      <PageHeading
        back={{ href: '/review', label: text.title }}
        title={text.settingsTitle}
        lead={text.settingsLead}
      />
      {props.changedMeanwhile ? (
        <Banner type="problem" live>
          {text.settingsChangedMeanwhile}
        </Banner>
      ) : null}
      <Card>
        <PostForm action="/review/settings" csrfToken={frame.csrfToken} checkedByServer>
          <input type="hidden" name="version" value={String(props.version)} />
          <p class="muted">{text.resetHint}</p>
          <TextArea
            name="checklist"
            label={text.checklist}
            hint={text.checklistHint}
            value={props.checklist}
            rows={7}
          />
          <TextArea
            name="replies"
            label={text.repliesField}
            hint={text.repliesHint}
            value={props.replies}
            rows={14}
          />
          <div>
            <Button variant="primary">{text.saveSettings}</Button>
          </div>
        </PostForm>
      </Card>
    </Layout>
  );
}
