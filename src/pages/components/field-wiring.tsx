import type { Child, PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';

/**
 * The id of a control, the same for a field and for the link of an error summary to it.
 * @param name name of the field; dots and other characters become `-`
 * @param value for one of several controls with the same name
 */
export function fieldId(name: string, value?: string): string {
  return value === undefined ? plain(name) : `${plain(name)}-${plain(value)}`;
}

function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/gu, '-');
}

/** What every field has. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** Said before it goes wrong: what to write, and in which form. */
  readonly hint?: Child;
  /** What is wrong, and how to put it right. */
  readonly error?: string | undefined;
  /** Only where two controls of a page have the same name; else it follows from the name. */
  readonly id?: string;
  /** Id of another element that describes the field, e.g. a counter. */
  readonly describedBy?: string;
}

export interface FieldWiring {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
  /** Attributes of the control: assistive technology reads error and hint with it. */
  readonly control: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': 'true' | undefined;
  };
}

/** Ties a control to its hint and its error (WCAG 1.3.1, 3.3.1). */
export function wireField(
  props: Pick<FieldProps, 'name' | 'hint' | 'error' | 'id' | 'describedBy'>,
): FieldWiring {
  const id = props.id ?? fieldId(props.name);
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  const errorId = props.error === undefined ? undefined : `${id}-error`;
  const describedBy = [hintId, errorId, props.describedBy].filter((part) => part !== undefined);
  return {
    id,
    hintId,
    errorId,
    control: {
      id,
      'aria-describedby': describedBy.length === 0 ? undefined : describedBy.join(' '),
      'aria-invalid': props.error === undefined ? undefined : 'true',
    },
  };
}

/** Hint and error of a field, between its label and its control. */
export function FieldHelp(props: {
  readonly wiring: FieldWiring;
  readonly hint: Child;
  readonly error: string | undefined;
}): JSX.Element {
  const text = usePageMessages().components;
  const { hintId, errorId } = props.wiring;
  return (
    <>
      {hintId === undefined ? null : (
        <p class="field-hint" id={hintId}>
          {props.hint}
        </p>
      )}
      {errorId === undefined ? null : (
        <p class="field-error" id={errorId}>
          <span class="visually-hidden">{text.problem}: </span>
          {props.error}
        </p>
      )}
    </>
  );
}

/** A control under its label, hint and error; the control is tied to them with `wiring.control`. */
export function LabelledField(
  props: PropsWithChildren<
    Pick<FieldProps, 'label' | 'hint' | 'error'> & {
      readonly wiring: FieldWiring;
      /** Only for those who do not see what it stands beside. */
      readonly hidesLabel?: boolean | undefined;
    }
  >,
): JSX.Element {
  return (
    <div class="field">
      <label
        class={`field-label${props.hidesLabel === true ? ' visually-hidden' : ''}`}
        for={props.wiring.id}
      >
        {props.label}
      </label>
      <FieldHelp wiring={props.wiring} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  );
}
