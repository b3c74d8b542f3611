import type { Language } from '../domain/language.ts';
import type { MailTemplate } from '../domain/mailer.ts';
import type { MailText } from '../domain/settings.ts';
import { english } from './messages/en/english.ts';
import { hindi } from './messages/hi/hindi.ts';
import type { MailWords, Occasion } from './messages/mail-words.ts';

const WORDS: Readonly<Record<Language, MailWords>> = { en: english, hi: hindi };

/** Says a mail in the words that come with the product. */
export function wordsOf(template: MailTemplate, language: Language, occasion: Occasion): MailText {
  // One function of the union's members; what belongs to a type is what its function takes.
  const say = WORDS[language][template.type] as (
    parameters: MailTemplate,
    of: Occasion,
  ) => MailText;
  return say(template, occasion);
}
