import type { JsonValue } from '../../domain/claim.ts';
import type { Language } from '../../domain/language.ts';
import type { MailKind } from '../../domain/mail-wording.ts';
import type { SettingsConcern } from '../../domain/settings.ts';
import { LANGUAGE_NAMES } from '../messages/language.ts';
import { messages } from '../messages/messages.ts';
import { mailName } from './mails-page.tsx';
import { lifetimeText } from './policy-words.ts';

/** A stored member of a concern, by name. */
export interface StoredMember {
  readonly concern: SettingsConcern;
  readonly member: string;
}

/** What a stored member is called. One that a newer program wrote has its own name. */
export function memberLabel(
  { concern, member }: StoredMember,
  { language, mailKinds }: { readonly language: Language; readonly mailKinds: readonly MailKind[] },
): string {
  const text = messages(language);
  if (concern === 'mailTexts') {
    const end = member.lastIndexOf('.');
    const kind = mailKinds.find((one) => one.kind === member.slice(0, end));
    const name = LANGUAGE_NAMES[member.slice(end + 1) as Language] as string | undefined;
    if (kind === undefined || name === undefined) return member;
    return text.institution.mailIn(mailName(kind, text.institutionMails), name);
  }
  const labels: Readonly<Record<string, string>> = text.institution.members;
  return Object.hasOwn(labels, member) ? (labels[member] ?? member) : member;
}

/** A stored value in words; longer texts are only said to be others. */
export function memberValue(
  { concern, member }: StoredMember,
  value: JsonValue | undefined,
  language: Language,
): string {
  const text = messages(language).institution;
  const policies = messages(language).institutionPolicies;
  if (value === undefined) return text.asConfigured;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (value === null) return NUMBERS.has(member) ? text.never : text.none;
  if (typeof value === 'number') {
    if (member === 'accessTokenSeconds') return lifetimeText(value, language);
    return member === 'reattestAfterMonths'
      ? policies.review.months(value)
      : policies.tokens.days(value);
  }
  if (concern === 'terms' || concern === 'mailTexts' || member === 'logoPath') {
    return text.changedText;
  }
  if (typeof value === 'string') return CHOICES(language)[value] ?? value;
  const codes = codesIn(value);
  return codes === '' ? text.none : codes;
}

/** Where nothing is said, it never happens. */
const NUMBERS: ReadonlySet<string> = new Set(['refreshTokenUnusedDays', 'reattestAfterMonths']);

/** Values that are one of a few. */
const CHOICES = (language: Language): Readonly<Record<string, string>> => {
  const { consent, leakedSecrets } = messages(language).institutionPolicies;
  return {
    ...LANGUAGE_NAMES,
    'always-ask': consent.alwaysAsk,
    'ask-when-changed': consent.askWhenChanged,
    revoke: leakedSecrets.revoke,
    warn: leakedSecrets.warn,
  };
};

/** The codes of data points, wherever they stand. */
function codesIn(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  if (isList(value)) return value.map(codesIn).join(', ');
  const { claims, code } = value;
  return codesIn(claims ?? code ?? '');
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
