import type { JSX } from 'hono/jsx/jsx-runtime';

/** Not shown and not needed by us; tells a password manager whose password this is. */
export function UsernameForPasswordManager(props: { readonly username: string }): JSX.Element {
  return (
    <input
      class="visually-hidden"
      type="text"
      name="username"
      value={props.username}
      autocomplete="username"
      readonly
      tabindex={-1}
      aria-hidden="true"
    />
  );
}
