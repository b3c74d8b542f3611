import type { Account, AccountId } from '../domain/account.ts';
import type { ClaimCode } from '../domain/claim.ts';
import type { SyntheticPerson } from '../domain/synthetic-person.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

/** A person's answer on the consent screen. */
export type ConsentAnswer =
  | { readonly type: 'denied' }
  | {
      readonly type: 'allowed';
      /** Whose values the screen showed. */
      readonly accountId: AccountId;
      /** The claims that were on the screen. */
      readonly shownClaims: readonly ClaimCode[];
    };

/** Where a valid request stands. */
export interface AuthorizationState {
  /** Who is signed in, or in the sandbox, whom the developer chose to be. */
  readonly account: Account | SyntheticPerson | null;
  /** null: not asked yet. Consent is never remembered (wire contract §4.1). */
  readonly answer: ConsentAnswer | null;
}

export type AuthorizationDecision =
  | { readonly type: 'authenticate' }
  /** The sandbox knows no sign-in: whoever comes chooses whom to be. */
  | { readonly type: 'choose-person' }
  | {
      readonly type: 'ask-consent';
      readonly account: Account | SyntheticPerson;
      readonly claims: readonly ClaimCode[];
    }
  | {
      readonly type: 'issue-code';
      readonly accountId: AccountId;
      readonly grantedClaims: readonly ClaimCode[];
    }
  /** Denied: the person goes home, the client is not called (wire contract §4.1). */
  | { readonly type: 'go-home' };

/**
 * What happens next to an authorization request: a step never calls another, each comes back here. Somebody of the
 * other environment is nobody here.
 */
export function decideAuthorization(
  request: Pick<AuthorizationRequest, 'client'>,
  { account, answer }: AuthorizationState,
): AuthorizationDecision {
  if (answer?.type === 'denied') return { type: 'go-home' };
  const { environment, grantableClaims } = request.client;
  if (account?.environment !== environment) {
    return { type: environment === 'live' ? 'authenticate' : 'choose-person' };
  }

  const ask = { type: 'ask-consent', account, claims: grantableClaims } as const;
  // Another person has signed in meanwhile, in another tab perhaps: this answer is not theirs.
  if (answer?.accountId !== account.id) return ask;

  // Never wider than what was on the screen, nor than what may be granted now.
  const grantedClaims = grantableClaims.filter((claim) => answer.shownClaims.includes(claim));
  if (grantedClaims.length === 0 && grantableClaims.length > 0) return ask;
  return { type: 'issue-code', accountId: account.id, grantedClaims };
}
