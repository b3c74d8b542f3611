import type { Child, PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Instead of an empty list: why there is nothing, and what to do next. */
export function EmptyState(
  props: PropsWithChildren<{ readonly title: string; readonly action?: Child }>,
): JSX.Element {
  return (
    <div class="empty-state">
      <p class="empty-state-title">{props.title}</p>
      <p>{props.children}</p>
      {props.action === undefined ? null : <div class="empty-state-action">{props.action}</div>}
    </div>
  );
}
