import type { ClaimCategory, ClaimCode } from '../../domain/claim.ts';
import type { Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { ConfiguredValue } from './configured.tsx';

/** What was typed: the fields of all policies; each form sends its own. */
interface PolicyFormValues {
  readonly accessTokenAmount: string;
  readonly accessTokenUnit: string;
  readonly refreshTokenUnusedDays: string;
  readonly remember: string;
  readonly fourEyes: boolean;
  readonly autoApprovedClaims: readonly ClaimCode[];
  readonly usualClaims: readonly ClaimCode[];
  readonly reattestAfterMonths: string;
  readonly sandbox: string;
  readonly reaction: string;
  readonly mailOnNewAccess: boolean;
}
export type PolicyMember = keyof PolicyFormValues;

/** The name of the field of each member. */
export const POLICY_FIELD_NAMES = {
  accessTokenAmount: 'access_token_amount',
  accessTokenUnit: 'access_token_unit',
  refreshTokenUnusedDays: 'refresh_token_unused_days',
  remember: 'remember',
  fourEyes: 'four_eyes',
  autoApprovedClaims: 'auto_approved_claims',
  usualClaims: 'usual_claims',
  reattestAfterMonths: 'reattest_after_months',
  sandbox: 'sandbox',
  reaction: 'reaction',
  mailOnNewAccess: 'mail_on_new_access',
} as const satisfies Readonly<Record<PolicyMember, string>>;

export type PolicyProblem =
  | { readonly code: 'not-a-number'; readonly least: number; readonly most: number }
  | { readonly code: 'too-short' | 'too-long' | 'shorter-than-access-token' | 'not-chosen' }
  | { readonly code: 'unknown-claims'; readonly claims: readonly ClaimCode[] };
type PolicyProblems = Readonly<Partial<Record<PolicyMember, PolicyProblem>>>;

/** What the fields of policies need. */
export interface PolicyFieldsProps {
  readonly frame: PageFrame;
  readonly values: PolicyFormValues;
  readonly problems: PolicyProblems;
  /** In the reader's language. */
  readonly categories: readonly ClaimCategory[];
  /** What the server's configuration says. */
  readonly configured: { readonly lifetime: ConfiguredValue; readonly sandbox: ConfiguredValue };
}

export function policyProblemText(
  problem: PolicyProblem,
  words: Messages['institutionPolicies']['problems'],
): string {
  switch (problem.code) {
    case 'not-a-number':
      return words.number(problem.least, problem.most);
    case 'too-short':
      return words.tooShort;
    case 'too-long':
      return words.tooLong;
    case 'shorter-than-access-token':
      return words.shorterThanAccess;
    case 'not-chosen':
      return words.notChosen;
    case 'unknown-claims':
      return words.unknownClaims(problem.claims.join(', '));
  }
}
