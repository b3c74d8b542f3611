import type { Language } from '../domain/language.ts';
import type { MailTemplate, Message } from '../domain/mailer.ts';
import type { RenderedMail } from './mail.ts';
import { english } from './messages/en/english.ts';
import { hindi } from './messages/hi/hindi.ts';
import type { MailWords } from './messages/mail-words.ts';

const WORDS: Readonly<Record<Language, MailWords>> = { en: english, hi: hindi };

/** Puts a message into words, in the person's language or else the institution's. */
export function renderMail(
  { to, name, language, template }: Message,
  institution: { readonly name: string; readonly language: Language },
): RenderedMail {
  const words = WORDS[language ?? institution.language];
  // One function of the union's members; what belongs to a type is what its function takes.
  const render = words[template.type] as (
    parameters: MailTemplate,
    occasion: { readonly name: string; readonly institution: string },
  ) => Omit<RenderedMail, 'to'>;
  return { to, ...render(template, { name, institution: institution.name }) };
}
