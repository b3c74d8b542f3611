import type { Language } from '../domain/language.ts';
import type { MailTemplate } from '../domain/mailer.ts';
import type { MailText } from '../domain/settings.ts';
import { duration, quoted, roleName, type Occasion } from './messages/mail-words.ts';

/** The situation of a mail by the members that are true: `app-approved.again`. */
export function kindOf(template: MailTemplate): string {
  const flags = Object.entries(template).flatMap(([name, value]) => (value === true ? [name] : []));
  return [template.type, ...flags.toSorted()].join('.');
}

/** What stands for the parameters of a mail, as words; `''` when there is nothing to say. */
export function parameterValues(
  template: MailTemplate,
  { name, institution }: Occasion,
  language: Language,
): ReadonlyMap<string, string> {
  const values = new Map([
    ['name', name],
    ['institution', institution],
  ]);
  for (const [member, value] of Object.entries(template) as [string, unknown][]) {
    if (member === 'type' || typeof value === 'boolean') continue;
    values.set(member.replace(/Seconds$/u, 'For'), valueText(member, value, language));
  }
  return values;
}

/** Who did something, when it is not known any more. */
const SOMEBODY: Readonly<Record<Language, string>> = {
  en: 'Somebody',
  hi: 'किसी',
};

function valueText(member: string, value: unknown, language: Language): string {
  if (typeof value === 'number') {
    return member.endsWith('Seconds') ? duration(value, language) : String(value);
  }
  if (typeof value === 'string') {
    if (member === 'role') return roleName(value, language);
    return member === 'message' && value !== '' ? quoted(value) : value;
  }
  return member === 'by' ? SOMEBODY[language] : '';
}

const PARAMETER = /\{\{\s*([A-Za-z]+)\s*\}\}/gu;

/** The parameters that a text names, each once. */
export function parametersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PARAMETER)].map(([, name = '']) => name))];
}

/**
 * Puts values into a text. A paragraph of the body with a parameter that has nothing to say is left out, and with it a
 * paragraph that leads up to it with a colon.
 */
export function fillText(text: MailText, values: ReadonlyMap<string, string>): MailText {
  const fill = (words: string): string =>
    // One pass: what a value says is never read as a parameter.
    words.replaceAll(PARAMETER, (whole, name: string) => values.get(name) ?? whole);
  const paragraphs = text.text.trim().split(/\n[^\S\n]*\n\s*/u);
  const isEmpty = (paragraph: string | undefined): boolean =>
    paragraph !== undefined && parametersIn(paragraph).some((name) => values.get(name) === '');
  const said = paragraphs.filter(
    (paragraph, index) =>
      !isEmpty(paragraph) && !(paragraph.endsWith(':') && isEmpty(paragraphs[index + 1])),
  );
  return {
    subject: fill(text.subject).replaceAll(/\s+/gu, ' ').trim(),
    text: `${said.map(fill).join('\n\n')}\n`,
  };
}
