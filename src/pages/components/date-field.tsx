import type { JSX } from 'hono/jsx/jsx-runtime';

import { FieldHelp, wireField, type FieldProps } from './field-wiring.tsx';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`; `''`: none. */
  readonly value?: string;
  readonly required?: boolean;
}

/** A day, chosen from the browser's calendar or typed, under its label. */
export function DateField(props: DateFieldProps): JSX.Element {
  const wiring = wireField(props);
  return (
    <div class="field">
      <label class="field-label" for={wiring.id}>
        {props.label}
      </label>
      <FieldHelp wiring={wiring} hint={props.hint} error={props.error} />
      <input
        {...wiring.control}
        class="input"
        type="date"
        name={props.name}
        value={props.value}
        required={props.required}
      />
    </div>
  );
}
