import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button, ButtonRow } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { ChangeTable, type Change } from './changes.tsx';
import { InstitutionFrame, type Section } from './frame.tsx';

export interface PreviewPageProps {
  readonly frame: PageFrame;
  readonly section: Section;
  /** What is previewed: `the logo`. */
  readonly what: string;
  /** Where the form came from, and where it goes again. */
  readonly action: string;
  /** What was entered, sent along once more; `version` among it. */
  readonly entered: readonly (readonly [name: string, value: string])[];
  readonly changes: readonly Change[];
  /** What saving does, in a sentence. */
  readonly effect?: string;
  /** Where to go on; unless given, back to the form with what was entered. */
  readonly back?: string;
}

/**
 * How it would be, before it is saved. Works without scripts: the page carries what was entered, and is sent with the
 * step `save` or `edit`.
 */
export function PreviewPage(props: PropsWithChildren<PreviewPageProps>): JSX.Element {
  const { frame, section, what, changes } = props;
  const text = messages(frame.language).institution;
  const title = text.previewOf(what);
  return (
    <InstitutionFrame
      frame={frame}
      section={section}
      title={title}
      heading={
        <PageHeading title={title} lead={changes.length > 0 ? text.previewLead : undefined} />
      }
    >
      {changes.length === 0 ? (
        <Card>
          <p>{text.nothingChanges}</p>
        </Card>
      ) : (
        <Card title={text.changes} id="changes">
          <ChangeTable frame={frame} changes={changes} />
          {props.effect === undefined ? null : <p class="remark">{props.effect}</p>}
        </Card>
      )}
      {props.children}
      <PostForm action={props.action} csrfToken={frame.csrfToken}>
        {props.entered.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          {changes.length === 0 ? null : (
            <Button variant="primary" name="step" value="save">
              {text.save}
            </Button>
          )}
          {props.back === undefined ? (
            <Button name="step" value="edit">
              {text.goOnEditing}
            </Button>
          ) : (
            <a class="button button-secondary" href={props.back}>
              {text.goOnEditing}
            </a>
          )}
        </ButtonRow>
      </PostForm>
    </InstitutionFrame>
  );
}
