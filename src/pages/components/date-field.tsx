import type { JSX } from 'hono/jsx/jsx-runtime';

import { type FieldProps, LabelledField, wireField } from './field-wiring.tsx';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`; `''`: none. */
  readonly value?: string;
  readonly required?: boolean;
}

/** A day, chosen from the browser's calendar or typed, under its label. */
export function DateField(props: DateFieldProps): JSX.Element {
  const wiring = wireField(props);
  return (
    <LabelledField wiring={wiring} label={props.label} hint={props.hint} error={props.error}>
      <input
        {...wiring.control}
        class="input"
        type="date"
        name={props.name}
        value={props.value}
        required={props.required}
      />
    </LabelledField>
  );
}
