import type { Language } from '../domain/language.ts';
import type {
  MailFlag,
  MailKind,
  MailParameter,
  MailTextProblem,
  MailWording,
  WordedMail,
} from '../domain/mail-wording.ts';
import type { MailTemplate } from '../domain/mailer.ts';
import type { MailText } from '../domain/settings.ts';
import { fillText, kindOf, parametersIn, parameterValues } from './own-words.ts';
import { mailSamples } from './samples.ts';
import { wordsOf } from './words.ts';

const LONGEST_SUBJECT = 200;
const LONGEST_TEXT = 5000;

/** Not for subjects: opening it is all it takes. */
const SECRET: MailParameter = 'link';

/** Everything an institution may do with the words of mails. */
export function mailWording(): MailWording {
  const situations = new Map(
    Object.values(mailSamples('https://auth.example.edu'))
      .flatMap(situationsOf)
      .map((template) => [kindOf(template), template]),
  );
  return {
    kinds: [...situations].map(([kind, template]) => describeKind(kind, template)),
    standardText(kind, language) {
      const template = situations.get(kind);
      return template && standardText(template, language);
    },
    problemsOf,
    sampleOf(kind, text, reader) {
      const sample = { ...mailSamples(reader.issuer)[kind.type], ...flagsOf(kind) };
      return fillText(text, parameterValues(sample, reader, reader.language));
    },
  };
}

/** A mail in each combination of what may be so or not. */
function situationsOf(template: MailTemplate): readonly MailTemplate[] {
  const flags = Object.entries(template).filter(([, value]) => typeof value === 'boolean');
  return flags.reduce<readonly MailTemplate[]>(
    (made, [flag]) => [
      ...made.map((one) => ({ ...one, [flag]: false })),
      ...made.map((one) => ({ ...one, [flag]: true })),
    ],
    [template],
  );
}

function describeKind(kind: string, template: MailTemplate): MailKind {
  const [, ...flags] = kind.split('.');
  const parameters = [
    ...parameterValues(template, { name: '', institution: '' }, 'en').keys(),
  ] as MailParameter[];
  return {
    kind,
    type: template.type as WordedMail,
    flags: flags as MailFlag[],
    parameters,
    needed: parameters.filter((parameter) => parameter === SECRET),
  };
}

function flagsOf({ type, flags }: MailKind): Readonly<Record<string, boolean>> {
  const sample = Object.entries(mailSamples('')[type]);
  return Object.fromEntries(
    sample.flatMap(([name, value]) =>
      typeof value === 'boolean' ? [[name, flags.some((flag) => flag === name)]] : [],
    ),
  );
}

/**
 * Reads the words of the product as a text with parameters: says them with marks for facts, and puts parameters where
 * the marks come out. A test fills them in again, and compares.
 */
function standardText(template: MailTemplate, language: Language): MailText {
  const marked = Object.fromEntries(
    Object.entries(template).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'type' ? `⟦${name}⟧` : value,
    ]),
  ) as unknown as MailTemplate;
  const occasion = { name: '⟦name⟧', institution: '⟦institution⟧' };
  const { subject, text } = wordsOf(marked, language, occasion);
  const values = [...parameterValues(marked, occasion, language)];
  const parametrised = (words: string): string =>
    values.reduce((made, [name, value]) => made.replaceAll(value, `{{${name}}}`), words);
  return { subject: parametrised(subject), text: parametrised(text).trimEnd() };
}

function problemsOf(kind: MailKind, words: MailText): readonly MailTextProblem[] {
  const problems: MailTextProblem[] = [];
  const most = { subject: LONGEST_SUBJECT, text: LONGEST_TEXT };
  for (const field of ['subject', 'text'] as const) {
    if (words[field].trim() === '') problems.push({ field, code: 'missing' });
    if (words[field].length > most[field]) {
      problems.push({ field, code: 'too-long', most: most[field] });
    }
    for (const parameter of parametersIn(words[field])) {
      if (!kind.parameters.some((known) => known === parameter)) {
        problems.push({ field, code: 'unknown-parameter', parameter });
      } else if (field === 'subject' && parameter === SECRET) {
        problems.push({ field, code: 'secret-in-subject', parameter });
      }
    }
  }
  const named = parametersIn(words.text);
  for (const parameter of kind.needed) {
    if (!named.includes(parameter)) {
      problems.push({ field: 'text', code: 'needed-parameter', parameter });
    }
  }
  return problems;
}
