import type { Child, PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export interface CardProps {
  readonly title?: string;
  /** Where the title stands in the outline of the page; 2 unless given. */
  readonly headingLevel?: 2 | 3;
  /** One sentence under the title. */
  readonly summary?: Child;
  /** Beside the title: a badge, a link. */
  readonly aside?: Child;
  /** `danger`: what is in it cannot be undone. */
  readonly tone?: 'plain' | 'danger';
  readonly id?: string;
}

/** A titled part of a page. With a title it is a region with that name. */
export function Card(props: PropsWithChildren<CardProps>): JSX.Element {
  const className = `card${props.tone === 'danger' ? ' card-danger' : ''}`;
  if (props.title === undefined) {
    return (
      <div class={className} id={props.id}>
        {props.children}
      </div>
    );
  }
  const titleId = `${props.id ?? slug(props.title)}-title`;
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2';
  return (
    <section class={className} id={props.id} aria-labelledby={titleId}>
      <div class="card-head">
        <div>
          <Heading class="card-title" id={titleId}>
            {props.title}
          </Heading>
          {props.summary === undefined ? null : <p class="card-summary">{props.summary}</p>}
        </div>
        {props.aside === undefined ? null : <div class="card-aside">{props.aside}</div>}
      </div>
      {props.children}
    </section>
  );
}

function slug(title: string): string {
  return title.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-');
}
