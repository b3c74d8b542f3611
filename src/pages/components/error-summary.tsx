import type { JSX } from 'hono/jsx/jsx-runtime';

import { usePageMessages } from '../messages/messages.ts';

export interface FieldProblem {
  /** `fieldId(name)` of the field. */
  readonly fieldId: string;
  readonly message: string;
}

/**
 * All that is wrong with a form, above it, each linking to its field. Shows nothing without problems.
 * Takes the focus when the page opens, so that nobody has to hunt for what went wrong.
 */
export function ErrorSummary(props: {
  readonly problems: readonly FieldProblem[];
  readonly title?: string;
}): JSX.Element {
  const text = usePageMessages().components;
  if (props.problems.length === 0) return <></>;
  return (
    <div
      class="banner banner-problem"
      role="alert"
      aria-labelledby="error-summary-title"
      tabindex={-1}
      autofocus
    >
      <div class="banner-text">
        <h2 class="banner-title" id="error-summary-title">
          {props.title ?? text.someThingsNeedAttention}
        </h2>
        <ul class="banner-list">
          {props.problems.map((problem) => (
            <li>
              <a href={`#${problem.fieldId}`}>{problem.message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
