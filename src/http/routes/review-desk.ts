import type { CannedReply } from '../../domain/settings.ts';
import type { ReviewDependencies } from '../../review/decide.ts';
import type { RiskPolicy } from '../../review/risk-hints.ts';
import type { AppContext } from '../environment.ts';
import { languageOf, pageTexts } from '../language.ts';

/** What deciding needs. */
export function reviewDependencies(c: AppContext): ReviewDependencies {
  const { deps, now } = c.var;
  const { storage, sendMail, institution } = deps;
  const { fourEyes } = deps.settings().review;
  return { storage, sendMail, issuer: institution.issuer, now, fourEyes };
}

/** What hints are found by. */
export function riskPolicy(c: AppContext): RiskPolicy {
  const { deps, now } = c.var;
  const { usualClaims, reattestAfterMonths } = deps.settings().review;
  return { usualClaims, reattestAfterMonths, issuer: deps.institution.issuer, now };
}

/** The checklist and the replies in the language of the page: the institution's, else those of the product. */
export function deskTexts(c: AppContext): {
  readonly checklist: readonly string[];
  readonly replies: readonly CannedReply[];
} {
  const language = languageOf(c);
  const { checklist, replies } = c.var.deps.settings().reviewDesk;
  const { defaultChecklist, defaultReplies } = pageTexts(c).review;
  return {
    checklist: checklist[language] ?? defaultChecklist,
    replies: replies[language] ?? defaultReplies,
  };
}
