import type { JSX } from 'hono/jsx/jsx-runtime';

/** The hidden field that proves a form came from our own page. `PostForm` brings it along. */
export function CsrfField({ token }: { readonly token: string }): JSX.Element {
  return <input type="hidden" name="csrf_token" value={token} />;
}
