import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientMessage } from '../../domain/client-revision.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Moment } from '../components/moment.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextArea } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { MESSAGE_FIELD } from './dashboard-forms.ts';

/** What a team and the reviewers write to each other. Posts `conversation_message` to `action`. */
export function ConversationCard(props: {
  readonly frame: PageFrame;
  readonly summary: string;
  /** Oldest first. */
  readonly conversation: readonly ClientMessage[];
  /** null: whoever reads it cannot write. */
  readonly action: string | null;
  readonly form: { readonly value: string };
  readonly error: string | undefined;
}): JSX.Element {
  const { frame, conversation, action } = props;
  const text = messages(frame.language).lifecycle;
  return (
    <Card title={text.conversationTitle} id="conversation" summary={props.summary}>
      {conversation.length === 0 ? (
        <p class="muted">{text.noMessages}</p>
      ) : (
        <ol class="conversation">
          {conversation.map((message) => (
            <li class={`message message-${message.side}`}>
              <p class="message-head">
                <bdi>{message.authorName}</bdi>{' '}
                <Badge tone={message.side === 'reviewer' ? 'accent' : 'neutral'}>
                  {text.sides[message.side]}
                </Badge>{' '}
                <span class="muted">
                  <Moment at={message.at} frame={frame} />
                </span>
              </p>
              <p class="message-text">{message.text}</p>
            </li>
          ))}
        </ol>
      )}
      {action === null ? null : (
        <PostForm action={action} csrfToken={frame.csrfToken} checkedByServer>
          <TextArea
            name="conversation_message"
            id={MESSAGE_FIELD}
            label={text.writeMessage}
            value={props.form.value}
            error={props.error}
            rows={3}
          />
          <div>
            <Button>{text.sendMessage}</Button>
          </div>
        </PostForm>
      )}
    </Card>
  );
}
