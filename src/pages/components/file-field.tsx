import type { JSX } from 'hono/jsx/jsx-runtime';

import { type FieldProps, LabelledField, wireField } from './field-wiring.tsx';

export interface FileFieldProps extends FieldProps {
  /** Media types: `image/png,image/jpeg`. */
  readonly accept: string;
  readonly required?: boolean;
}

/** A file to send; its form is `multipart`. */
export function FileField(props: FileFieldProps): JSX.Element {
  const wiring = wireField(props);
  return (
    <LabelledField wiring={wiring} label={props.label} hint={props.hint} error={props.error}>
      <input
        {...wiring.control}
        class="input input-file"
        type="file"
        name={props.name}
        accept={props.accept}
        required={props.required}
      />
    </LabelledField>
  );
}
