import type { JSX } from 'hono/jsx/jsx-runtime';

import { type FieldProps, LabelledField, wireField } from './field-wiring.tsx';

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Value of the chosen option; the first one unless given. */
  readonly value?: string | undefined;
  /** For a field beside what it is about. */
  readonly hidesLabel?: boolean;
}

/** One of a few, folded up, under its label. */
export function SelectField(props: SelectFieldProps): JSX.Element {
  const wiring = wireField(props);
  const { label, hint, error, hidesLabel } = props;
  return (
    <LabelledField {...{ wiring, label, hint, error, hidesLabel }}>
      <select {...wiring.control} class="input" name={props.name}>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
