import type { JSX } from 'hono/jsx/jsx-runtime';

import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { PostForm } from '../components/post-form.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** Sends the mail that is previewed to whoever looks at it: posts what was entered with the step `test`. */
export function TryMailCard(props: {
  readonly frame: PageFrame;
  readonly action: string;
  readonly entered: readonly (readonly [name: string, value: string])[];
  /** null: none is known. */
  readonly address: string | null;
}): JSX.Element {
  const { frame, address } = props;
  const text = messages(frame.language).institutionMails;
  return (
    <Card>
      {address === null ? (
        <p>{text.noAddress}</p>
      ) : (
        <PostForm action={props.action} csrfToken={frame.csrfToken} layout="inline">
          {props.entered.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="muted">{text.sendTestHint(<bdi>{address}</bdi>)}</p>
          <div>
            <Button name="step" value="test">
              {text.sendTest}
            </Button>
          </div>
        </PostForm>
      )}
    </Card>
  );
}
