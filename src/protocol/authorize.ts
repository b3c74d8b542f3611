import type { Account, AccountId } from '../domain/account.ts';
import type { ClaimCode } from '../domain/claim.ts';
import type { RequestedClaim } from '../domain/client-revision.ts';
import type { SyntheticPerson } from '../domain/synthetic-person.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { coveredClaims, type RememberedConsent } from './remembered-consent.ts';

/** A person's answer on the consent screen. */
export type ConsentAnswer =
  | { readonly type: 'denied' }
  | {
      readonly type: 'allowed';
      /** Whose values the screen showed. */
      readonly accountId: AccountId;
      /** The claims that were on the screen and stayed ticked, or could not be left out. */
      readonly agreedClaims: readonly ClaimCode[];
      /** Those that were on the screen and could be left out, ticked or not. */
      readonly optionalClaims: readonly ClaimCode[];
    };

/** Where a valid request stands. */
export interface AuthorizationState {
  /** Who is signed in, or in the sandbox, whom the developer chose to be. */
  readonly account: Account | SyntheticPerson | null;
  /** What is said about the grantable claims, in the developer's order. */
  readonly terms: readonly RequestedClaim[];
  /** null: not asked yet. */
  readonly answer: ConsentAnswer | null;
  /** An answer of before that may stand for this one; null: the person is asked, every time (wire contract §4.1). */
  readonly remembered: RememberedConsent | null;
}

export type AuthorizationDecision =
  | { readonly type: 'authenticate' }
  /** The sandbox knows no sign-in: whoever comes chooses whom to be. */
  | { readonly type: 'choose-person' }
  | {
      readonly type: 'ask-consent';
      readonly account: Account | SyntheticPerson;
      readonly terms: readonly RequestedClaim[];
    }
  | {
      readonly type: 'issue-code';
      readonly account: Account | SyntheticPerson;
      readonly grantedClaims: readonly ClaimCode[];
      /** What the person just left out. */
      readonly declinedClaims: readonly ClaimCode[];
      /** Whether the person was asked, or an earlier answer counted. */
      readonly wasAsked: boolean;
    }
  /** Denied: the person goes home, the client is not called (wire contract §4.1). */
  | { readonly type: 'go-home' };

/**
 * What happens next to an authorization request: a step never calls another, each comes back here. Somebody of the
 * other environment is nobody here.
 */
export function decideAuthorization(
  request: Pick<AuthorizationRequest, 'client'>,
  { account, terms, answer, remembered }: AuthorizationState,
): AuthorizationDecision {
  if (answer?.type === 'denied') return { type: 'go-home' };
  const { environment } = request.client;
  if (account?.environment !== environment) {
    return { type: environment === 'live' ? 'authenticate' : 'choose-person' };
  }
  if (answer === null) {
    const covered = remembered === null ? undefined : coveredClaims(terms, remembered);
    return covered === undefined
      ? { type: 'ask-consent', account, terms }
      : {
          type: 'issue-code',
          account,
          grantedClaims: covered,
          declinedClaims: [],
          wasAsked: false,
        };
  }
  // Another person has signed in meanwhile, in another tab perhaps: this answer is not theirs.
  if (answer.accountId !== account.id) return { type: 'ask-consent', account, terms };
  return answered(account, terms, answer);
}

function answered(
  account: Account | SyntheticPerson,
  terms: readonly RequestedClaim[],
  { agreedClaims, optionalClaims }: Extract<ConsentAnswer, { readonly type: 'allowed' }>,
): AuthorizationDecision {
  const codes = terms.map(({ code }) => code);
  // Never wider than what was on the screen, nor than what may be granted now.
  const grantedClaims = codes.filter((code) => agreedClaims.includes(code));
  const declinedClaims = codes.filter(
    (code) => optionalClaims.includes(code) && !agreedClaims.includes(code),
  );
  // Of what was on the screen, nothing may be granted any more.
  if (codes.length > 0 && grantedClaims.length + declinedClaims.length === 0) {
    return { type: 'ask-consent', account, terms };
  }
  return { type: 'issue-code', account, grantedClaims, declinedClaims, wasAsked: true };
}
