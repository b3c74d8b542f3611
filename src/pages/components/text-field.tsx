import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';
import { type FieldProps, LabelledField, wireField } from './field-wiring.tsx';

interface TypedFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly maxlength?: number;
  readonly spellcheck?: boolean;
}

export interface TextFieldProps extends TypedFieldProps {
  readonly type?: 'text' | 'email' | 'url' | 'search' | 'password';
  /** A token of HTML's autofill: `username`, `current-password`, `new-password`, `off`. */
  readonly autocomplete?: string;
  readonly inputmode?: 'text' | 'email' | 'url' | 'search' | 'numeric';
  /** Only for the one field a page is about. */
  readonly autofocus?: boolean;
  /** For identifiers and addresses: phones leave the first letter alone. */
  readonly verbatim?: boolean;
}

/** One line of text under its label. */
export function TextField(props: TextFieldProps): JSX.Element {
  const wiring = wireField(props);
  return (
    <LabelledField wiring={wiring} label={props.label} hint={props.hint} error={props.error}>
      <input
        {...wiring.control}
        class="input"
        type={props.type ?? 'text'}
        name={props.name}
        value={props.value}
        required={props.required}
        maxlength={props.maxlength}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        autofocus={props.autofocus}
        spellcheck={props.verbatim === true ? false : props.spellcheck}
        autocapitalize={props.verbatim === true ? 'none' : undefined}
      />
    </LabelledField>
  );
}

export interface PasswordFieldProps extends FieldProps {
  /** `current-password` is filled in by a password manager, `new-password` offered a fresh one. */
  readonly autocomplete: 'current-password' | 'new-password';
}

/** A password, with a button that shows it (client module `reveal-password.js`). Never has a value. */
export function PasswordField(props: PasswordFieldProps): JSX.Element {
  const text = usePageMessages().components;
  const wiring = wireField(props);
  return (
    <LabelledField wiring={wiring} label={props.label} hint={props.hint} error={props.error}>
      <div
        class="input-with-button"
        data-reveal-password
        data-show={text.show}
        data-hide={text.hide}
      >
        <input
          {...wiring.control}
          class="input"
          type="password"
          name={props.name}
          required
          maxlength={1000}
          autocomplete={props.autocomplete}
          spellcheck={false}
          autocapitalize="none"
        />
        <button
          type="button"
          class="button button-secondary needs-script"
          aria-controls={wiring.id}
        >
          <span data-reveal-label>{text.show}</span>
          <span class="visually-hidden"> {text.whichPassword(props.label)}</span>
        </button>
      </div>
    </LabelledField>
  );
}

export interface TextAreaProps extends TypedFieldProps {
  readonly rows?: number;
  /** Shown under the text, e.g. a counter; give its id as `describedBy`. */
  readonly footer?: Child;
}

/** Several lines of text under their label. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const wiring = wireField(props);
  return (
    <LabelledField wiring={wiring} label={props.label} hint={props.hint} error={props.error}>
      <textarea
        {...wiring.control}
        class="input"
        name={props.name}
        rows={props.rows ?? 4}
        required={props.required}
        maxlength={props.maxlength}
        spellcheck={props.spellcheck}
      >
        {/* HTML drops one line break at the very start. */}
        {`\n${props.value ?? ''}`}
      </textarea>
      {props.footer}
    </LabelledField>
  );
}
