import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCode } from '../../domain/claim.ts';
import type { RequestedClaim } from '../../domain/client-revision.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** What an app says about a data point it asks for: why, and whether people may leave it out. */
export function ClaimTerms(props: {
  readonly frame: PageFrame;
  readonly claims: readonly RequestedClaim[];
  readonly code: ClaimCode;
  /** What to say where no reason is given. */
  readonly withoutReason?: string;
}): JSX.Element | null {
  const text = messages(props.frame.language).lifecycle;
  const claim = props.claims.find(({ code }) => code === props.code);
  if (claim === undefined) return null;
  const reason = claim.reason === '' ? (props.withoutReason ?? '') : claim.reason;
  if (reason === '' && claim.required) return null;
  return (
    <p class="muted">
      <bdi>{reason}</bdi>
      {claim.required ? null : (
        <>
          {reason === '' ? '' : ' · '}
          {text.optional}
        </>
      )}
    </p>
  );
}
