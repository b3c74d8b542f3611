import type { InstitutionSettings } from '../../domain/settings.ts';
import { LOCALES } from '../messages/language.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** The concerns that are policies. */
export type Policy =
  'tokens' | 'consent' | 'review' | 'sandbox' | 'leakedSecrets' | 'notifications';

/** A setting of a policy with its value in words. */
export interface PolicyValue {
  readonly label: string;
  readonly value: string;
}

type Language = PageFrame['language'];

/** What a policy says, setting by setting. */
export function policyValues(
  policy: Policy,
  settings: InstitutionSettings,
  language: Language,
): readonly PolicyValue[] {
  const text = messages(language).institutionPolicies;
  const { members, never, yes, no } = messages(language).institution;
  switch (policy) {
    case 'tokens': {
      const { accessTokenSeconds, refreshTokenUnusedDays } = settings.tokens;
      return [
        { label: members.accessTokenSeconds, value: lifetimeText(accessTokenSeconds, language) },
        {
          label: members.refreshTokenUnusedDays,
          value: refreshTokenUnusedDays === null ? never : text.tokens.days(refreshTokenUnusedDays),
        },
      ];
    }
    case 'consent': {
      const { alwaysAsk, askWhenChanged } = text.consent;
      const value = settings.consent.remember === 'always-ask' ? alwaysAsk : askWhenChanged;
      return [{ label: members.remember, value }];
    }
    case 'review': {
      const { fourEyes, autoApprovedClaims, usualClaims, reattestAfterMonths } = settings.review;
      return [
        { label: members.fourEyes, value: fourEyes ? yes : no },
        {
          label: members.reattestAfterMonths,
          value: reattestAfterMonths === null ? never : text.review.months(reattestAfterMonths),
        },
        { label: members.autoApprovedClaims, value: claimsText(autoApprovedClaims, language) },
        { label: members.usualClaims, value: claimsText(usualClaims, language) },
      ];
    }
    case 'sandbox':
      return [{ label: text.sandbox.title, value: settings.sandbox.isOn ? text.on : text.off }];
    case 'leakedSecrets': {
      const { revoke, warn } = text.leakedSecrets;
      const value = settings.leakedSecrets.reaction === 'revoke' ? revoke : warn;
      return [{ label: members.reaction, value }];
    }
    case 'notifications': {
      const value = settings.notifications.mailOnNewAccess ? yes : no;
      return [{ label: members.mailOnNewAccess, value }];
    }
  }
}

/** Codes, because a data point may be gone. */
function claimsText(claims: readonly string[], language: Language): string {
  return claims.length === 0 ? messages(language).institution.none : claims.join(', ');
}

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const;

/** `10 hours`: in the largest unit that fits exactly. */
export function lifetimeText(seconds: number, language: Language): string {
  const [length, unit] = UNITS.find(([size]) => seconds % size === 0) ?? [1, 'second'];
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  });
  return format.format(seconds / length);
}
