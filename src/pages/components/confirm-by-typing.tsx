import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';
import { Button } from './button.tsx';
import { TextField } from './text-field.tsx';

export interface ConfirmByTypingProps {
  /** Name of the field; the server compares again. */
  readonly name: string;
  /** What must be typed, exactly. */
  readonly expected: string;
  /** What it is: `the app's name`. */
  readonly what: string;
  /** What the button does: `Delete this app`. */
  readonly button: string;
  readonly error?: string | undefined;
}

/**
 * A field and the button of a step that cannot be undone, inside a `PostForm`.
 * The client module `confirm-by-typing.js` keeps the button off until the text fits.
 */
export function ConfirmByTyping(props: ConfirmByTypingProps): JSX.Element {
  const text = usePageMessages().components;
  return (
    <div class="confirm-by-typing" data-confirm-by-typing={props.expected}>
      <TextField
        name={props.name}
        label={text.typeToConfirm(props.what)}
        hint={text.whatToType(<bdi class="typed-text">{props.expected}</bdi>)}
        error={props.error}
        autocomplete="off"
        required
        verbatim
      />
      <Button variant="danger">{props.button}</Button>
    </div>
  );
}
