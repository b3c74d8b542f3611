import type { JSX } from 'hono/jsx/jsx-runtime';

import { FieldHelp, wireField, type FieldProps } from './field-wiring.tsx';

export interface FileFieldProps extends FieldProps {
  /** Media types: `image/png,image/jpeg`. */
  readonly accept: string;
  readonly required?: boolean;
}

/** A file to send; its form is `multipart`. */
export function FileField(props: FileFieldProps): JSX.Element {
  const wiring = wireField(props);
  return (
    <div class="field">
      <label class="field-label" for={wiring.id}>
        {props.label}
      </label>
      <FieldHelp wiring={wiring} hint={props.hint} error={props.error} />
      <input
        {...wiring.control}
        class="input input-file"
        type="file"
        name={props.name}
        accept={props.accept}
        required={props.required}
      />
    </div>
  );
}
