import type { JSX } from 'hono/jsx/jsx-runtime';

import { Badge } from '../components/badge.tsx';
import { InstitutionMark } from '../components/avatar.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

export interface SampleProps {
  readonly frame: PageFrame;
  /** As it would be. */
  readonly name: string;
  /** URL; null: initials. */
  readonly logo: string | null;
  /** URL of the stylesheet with both modes. */
  readonly stylesheet: string;
}

/** A piece of a page as it would look, on light and on dark ground, whichever the browser shows. */
export function Samples(props: SampleProps): JSX.Element {
  return (
    <>
      <link rel="stylesheet" href={props.stylesheet} />
      <div class="samples">
        <Sample {...props} mode="light" />
        <Sample {...props} mode="dark" />
      </div>
    </>
  );
}

/** Nothing in it can be pressed: what looks like a link or a button is a picture of one. */
function Sample(props: SampleProps & { readonly mode: 'light' | 'dark' }): JSX.Element {
  const text = messages(props.frame.language).institutionLook.sample;
  return (
    <figure class="sample">
      <figcaption class="sample-caption">{text[props.mode]}</figcaption>
      <div class={`sample-page scheme-${props.mode}`}>
        <p class="sample-header">
          <InstitutionMark name={props.name} logo={props.logo} />
          <strong>{props.name}</strong>
        </p>
        <div class="sample-body">
          <p class="sample-title">{text.heading}</p>
          <p>
            {text.text} <span class="sample-link">{text.link}</span>{' '}
            <Badge tone="accent">{text.marked}</Badge>
          </p>
          <p class="sample-buttons">
            <span class="button button-primary">{text.allow}</span>
            <span class="button button-secondary">{text.deny}</span>
          </p>
        </div>
      </div>
    </figure>
  );
}
