import type { JSX } from 'hono/jsx/jsx-runtime';

import { type FieldProps, LabelledField, wireField } from './field-wiring.tsx';

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Value of the chosen option; the first one unless given. */
  readonly value?: string | undefined;
}

/** One of a few, folded up, under its label. */
export function SelectField(props: SelectFieldProps): JSX.Element {
  const wiring = wireField(props);
  return (
    <LabelledField wiring={wiring} label={props.label} hint={props.hint} error={props.error}>
      <select {...wiring.control} class="input" name={props.name}>
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
