import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';
import { LabelledField, wireField } from './field-wiring.tsx';

export interface CopyFieldProps {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: Child;
  /** The whole value in view, over several lines. */
  readonly multiline?: boolean;
}

/** A value to take elsewhere, with a button that copies it (client module `copy-button.js`). */
export function CopyField(props: CopyFieldProps): JSX.Element {
  const text = usePageMessages().components;
  const wiring = wireField({ ...props, name: props.id });
  const rows = Math.ceil(props.value.length / 40);
  return (
    <LabelledField wiring={wiring} label={props.label} hint={props.hint}>
      <div
        class="input-with-button"
        data-copy={text.copy}
        data-copied={text.copied}
        data-selected={text.selected}
        data-selected-to-copy={text.selectedToCopy}
      >
        {props.multiline === true ? (
          <textarea {...wiring.control} class="input input-code" readonly rows={rows}>
            {props.value}
          </textarea>
        ) : (
          <input
            {...wiring.control}
            class="input input-code"
            type="text"
            readonly
            value={props.value}
          />
        )}
        <button type="button" class="button button-secondary needs-script">
          <span data-copy-label>{text.copy}</span>
          <span class="visually-hidden"> {text.whichValue(props.label)}</span>
        </button>
        <output class="visually-hidden" data-copy-status></output>
      </div>
    </LabelledField>
  );
}
