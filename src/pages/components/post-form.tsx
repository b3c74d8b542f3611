import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { CsrfField } from './csrf-field.tsx';

export interface PostFormProps {
  /** Path of ours which the form posts to. */
  readonly action: string;
  /** `frame.csrfToken`. */
  readonly csrfToken: string;
  /** For forms with a `FileField`. */
  readonly multipart?: boolean;
  /**
   * Leaves every check to the server, which answers all problems at once; for long forms.
   * Otherwise the browser checks `required` and `maxlength` first.
   */
  readonly checkedByServer?: boolean;
  readonly id?: string;
  /**
   * - `stacked`: fields as wide as their container;
   * - `short`: fields for a few words, as a password;
   * - `inline`: a lone button between other content.
   */
  readonly layout?: 'stacked' | 'short' | 'inline';
}

/** A form that changes something. Always carries the CSRF token. */
export function PostForm(props: PropsWithChildren<PostFormProps>): JSX.Element {
  return (
    <form
      method="post"
      action={props.action}
      id={props.id}
      class={`form form-${props.layout ?? 'stacked'}`}
      enctype={props.multipart === true ? 'multipart/form-data' : undefined}
      novalidate={props.checkedByServer}
    >
      <CsrfField token={props.csrfToken} />
      {props.children}
    </form>
  );
}
