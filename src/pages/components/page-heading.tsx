import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export interface PageHeadingProps {
  readonly title: Child;
  /** One or two sentences under the title. */
  readonly lead?: Child;
  /** Path and label of the page above this one. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Beside the title: a badge, a button. */
  readonly aside?: Child;
}

/** The `<h1>` every page starts with. */
export function PageHeading(props: PageHeadingProps): JSX.Element {
  return (
    <div class="page-heading">
      {props.back === undefined ? null : (
        <a class="back-link" href={props.back.href}>
          {props.back.label}
        </a>
      )}
      <div class="page-heading-row">
        <h1>{props.title}</h1>
        {props.aside === undefined ? null : <div class="page-heading-aside">{props.aside}</div>}
      </div>
      {props.lead === undefined ? null : <p class="lead">{props.lead}</p>}
    </div>
  );
}
