import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimCode } from '../../domain/claim.ts';
import type { RequestedClaim } from '../../domain/client-revision.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { claimChange } from './app-view.ts';
import { claimName } from './claim-list.tsx';
import { ClaimTerms } from './claim-terms.tsx';

/** What another request changes: what is new, what is gone, and what is said differently. */
export function ClaimDifferenceList(props: {
  readonly frame: PageFrame;
  readonly categories: readonly ClaimCategory[];
  readonly before: readonly RequestedClaim[];
  readonly after: readonly RequestedClaim[];
}): JSX.Element {
  const { frame, categories, before, after } = props;
  const text = messages(frame.language).lifecycle;
  const { added, removed, reworded } = claimChange(before, after);
  if (added.length + removed.length + reworded.length === 0) {
    return <p class="muted">{text.noDifference}</p>;
  }
  const part = (
    kind: 'added' | 'removed' | 'reworded',
    codes: readonly ClaimCode[],
    terms: readonly RequestedClaim[],
  ): JSX.Element | null =>
    codes.length === 0 ? null : (
      <div class={`difference difference-${kind}`}>
        <dt>{text[kind]}</dt>
        <dd>
          <ul class="claim-list">
            {codes.map((code) => (
              <li>
                {claimName(code, categories)}
                <ClaimTerms frame={frame} claims={terms} code={code} />
              </li>
            ))}
          </ul>
        </dd>
      </div>
    );
  return (
    <dl class="differences">
      {part('added', added, after)}
      {part('removed', removed, [])}
      {part('reworded', reworded, after)}
    </dl>
  );
}
