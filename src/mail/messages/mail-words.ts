import type { ClientRole } from '../../domain/client-role.ts';
import type { Language } from '../../domain/language.ts';
import type { MailTemplate } from '../../domain/mailer.ts';

type TemplateType = MailTemplate['type'];

/** What a template has to tell. */
type Parameters<Type extends TemplateType> = Omit<
  Extract<MailTemplate, { readonly type: Type }>,
  'type'
>;

/** What every mail can name. */
export interface Occasion {
  /** Whom it greets. */
  readonly name: string;
  readonly institution: string;
}

/** The words of each mail in one language. */
export type MailWords = {
  readonly [Type in TemplateType]: (
    parameters: Parameters<Type>,
    occasion: Occasion,
  ) => { readonly subject: string; readonly text: string };
};

/** Paragraphs with an empty line between them; empty ones are left out. */
export function paragraphs(...texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Set apart, so that no sentence of somebody else passes for one of ours. */
export function quoted(message: string): string {
  return message
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** What a role in a team is called; whatever else stands there comes back as it is. */
export function roleName(role: string, language: Language): string {
  const names: Readonly<Record<string, string>> = ROLE_NAMES[language];
  return names[role] ?? role;
}

const ROLE_NAMES: Readonly<Record<Language, Readonly<Record<ClientRole, string>>>> = {
  en: { owner: 'owner', developer: 'developer', viewer: 'viewer' },
  hi: { owner: 'स्वामी', developer: 'डेवलपर', viewer: 'दर्शक' },
};

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const;

/**
 * `30 minutes`, `1 hour`, `3 days`: in the largest unit that fits exactly.
 * @param locale BCP 47
 */
export function duration(seconds: number, locale: string): string {
  const [length, unit] = UNITS.find(([size]) => seconds % size === 0) ?? [1, 'second'];
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(seconds / length);
}
