import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export interface Definition {
  readonly term: string;
  readonly description: Child;
}

/** Names and their values. Beside each other where there is room. */
export function DefinitionList(props: { readonly items: readonly Definition[] }): JSX.Element {
  return (
    <dl class="definitions">
      {props.items.map((item) => (
        <div class="definition">
          <dt>{item.term}</dt>
          <dd>{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
