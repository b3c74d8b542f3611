import type { JSX } from 'hono/jsx/jsx-runtime';

/** Lines to read or run elsewhere. Scrolls sideways on its own, also by keyboard. */
export function CodeBlock(props: { readonly label: string; readonly code: string }): JSX.Element {
  return (
    <section aria-label={props.label}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <pre class="code-block" tabindex={0}>
        <code>{props.code}</code>
      </pre>
    </section>
  );
}
