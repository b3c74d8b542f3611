import type { Message } from '../domain/mailer.ts';
import { mediaUrl } from '../domain/media.ts';
import type { InstitutionSettings } from '../domain/settings.ts';
import { mailHtml } from './mail-html.ts';
import type { RenderedMail } from './mail.ts';
import { fillText, kindOf, parameterValues } from './own-words.ts';
import { wordsOf } from './words.ts';

/** What a mail needs to know of the institution. */
export interface Sender {
  readonly settings: Pick<InstitutionSettings, 'identity' | 'mailTexts'>;
  /** Origin without a trailing slash. */
  readonly issuer: string;
}

/** Puts a message into words, the institution's own or ours, in the person's language or else the institution's. */
export function renderMail(
  { to, name, language: chosen, template }: Message,
  { settings, issuer }: Sender,
): RenderedMail {
  const { identity, mailTexts } = settings;
  const language = chosen ?? identity.language;
  const occasion = { name, institution: identity.name };
  const own = mailTexts[`${kindOf(template)}.${language}`];
  const { subject, text } =
    own === undefined
      ? wordsOf(template, language, occasion)
      : fillText(own, parameterValues(template, occasion, language));
  const html = mailHtml(text, {
    language,
    institution: identity.name,
    accent: identity.accentColour,
    logo: identity.logoPath === null ? null : `${issuer}${mediaUrl(identity.logoPath)}`,
  });
  return { to, subject, text, html };
}
