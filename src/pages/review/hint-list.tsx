import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimCode } from '../../domain/claim.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { claimName } from '../portal/claim-list.tsx';

/** What a reviewer should look at twice; found by `review`. */
export type Hint =
  | { readonly type: 'unusual-claims'; readonly claims: readonly ClaimCode[] }
  | { readonly type: 'foreign-host'; readonly hosts: readonly string[] }
  | { readonly type: 'many-claims' | 'no-reasons'; readonly count: number }
  | {
      readonly type:
        | 'new-developer'
        | 'http-redirect'
        | 'team-of-one'
        | 'attestation-overdue'
        | 'no-owner'
        | 'owner-leaves';
    };

interface HintListProps {
  readonly frame: PageFrame;
  readonly categories: readonly ClaimCategory[];
  readonly hints: readonly Hint[];
}

/** The hints in words, under a heading that is read aloud. Shows nothing without any. */
export function HintList(props: HintListProps): JSX.Element {
  const text = messages(props.frame.language).review;
  if (props.hints.length === 0) return <></>;
  return (
    <ul class="hints" aria-label={text.hints}>
      {props.hints.map((hint) => (
        <li class="hint">{hintText(hint, props)}</li>
      ))}
    </ul>
  );
}

function hintText(hint: Hint, { frame, categories }: HintListProps): string {
  const text = messages(frame.language).review.hint;
  switch (hint.type) {
    case 'unusual-claims':
      return text[hint.type](hint.claims.map((code) => claimName(code, categories)).join(', '));
    case 'foreign-host':
      return text[hint.type](hint.hosts.join(', '));
    case 'many-claims':
    case 'no-reasons':
      return text[hint.type](hint.count);
    case 'new-developer':
    case 'http-redirect':
    case 'team-of-one':
    case 'attestation-overdue':
    case 'no-owner':
    case 'owner-leaves':
      return text[hint.type];
  }
}
