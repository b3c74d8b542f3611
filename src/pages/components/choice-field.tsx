import type { Child, PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { fieldId, FieldHelp, wireField, type FieldProps } from './field-wiring.tsx';

export interface CheckboxFieldProps extends FieldProps {
  /** What is sent when ticked; `yes` unless given. One of several with the same name: gets its own id. */
  readonly value?: string;
  readonly checked?: boolean;
  readonly required?: boolean;
}

/** A box to tick, its label beside it. The whole row can be pressed. */
export function CheckboxField(props: CheckboxFieldProps): JSX.Element {
  const wiring = wireField({ ...props, id: props.id ?? fieldId(props.name, props.value) });
  return (
    <div class="choice">
      <input
        {...wiring.control}
        class="choice-control"
        type="checkbox"
        name={props.name}
        value={props.value ?? 'yes'}
        checked={props.checked}
        required={props.required}
      />
      <div class="choice-text">
        <label class="choice-label" for={wiring.id}>
          {props.label}
        </label>
        <FieldHelp wiring={wiring} hint={props.hint} error={props.error} />
      </div>
    </div>
  );
}

interface RadioOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: Child;
}

export interface RadioGroupProps extends FieldProps {
  readonly options: readonly RadioOption[];
  /** Value of the chosen option. */
  readonly value?: string | undefined;
}

/** One of a few. The first option has the id of the field, so that an error summary leads to it. */
export function RadioGroup(props: RadioGroupProps): JSX.Element {
  const groupId = props.id ?? fieldId(props.name);
  return (
    <Fieldset legend={props.label} hint={props.hint} error={props.error} id={`${groupId}-group`}>
      {props.options.map((option, index) => {
        const wiring = wireField({
          name: props.name,
          hint: option.hint,
          id: index === 0 ? groupId : `${groupId}-${fieldId(option.value)}`,
        });
        return (
          <div class="choice">
            <input
              {...wiring.control}
              class="choice-control"
              type="radio"
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
            />
            <div class="choice-text">
              <label class="choice-label" for={wiring.id}>
                {option.label}
              </label>
              <FieldHelp wiring={wiring} hint={option.hint} error={undefined} />
            </div>
          </div>
        );
      })}
    </Fieldset>
  );
}

export interface FieldsetProps {
  readonly legend: string;
  readonly hint?: Child;
  readonly error?: string | undefined;
  readonly id: string;
}

/** Fields with a question in common. */
export function Fieldset(props: PropsWithChildren<FieldsetProps>): JSX.Element {
  const wiring = wireField({ name: props.id, ...props });
  return (
    <fieldset class="fieldset" id={props.id} aria-describedby={wiring.control['aria-describedby']}>
      <legend class="field-label">{props.legend}</legend>
      <FieldHelp wiring={wiring} hint={props.hint} error={props.error} />
      {props.children}
    </fieldset>
  );
}
