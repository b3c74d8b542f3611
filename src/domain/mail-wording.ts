import type { Language } from './language.ts';
import type { MailTemplate } from './mailer.ts';
import type { MailText } from './settings.ts';

/** Mails whose words an institution may choose: all but the one that tries words out. */
export type WordedMail = Exclude<MailTemplate['type'], 'words-tried-out'>;

type MemberOf<Template, Value> = Template extends unknown
  ? {
      [Member in keyof Template]: Template[Member] extends Value ? Member : never;
    }[keyof Template]
  : never;
type WordedTemplate = Extract<MailTemplate, { readonly type: WordedMail }>;

/** What tells one situation of a mail from another: `again`. */
export type MailFlag = MemberOf<WordedTemplate, boolean>;

/** What stands in double braces in the words of a mail: `{{link}}`; `validSeconds` is said as `{{validFor}}`. */
export type MailParameter =
  | ParameterOf<Exclude<MemberOf<WordedTemplate, string | number | null>, 'type'>>
  | 'name'
  | 'institution';
type ParameterOf<Member extends string> = Member extends `${infer Start}Seconds`
  ? `${Start}For`
  : Member;

/** A mail in one situation: words are chosen for each. */
export interface MailKind {
  /** `app-approved`, `app-approved.again`: the type and what is so. */
  readonly kind: string;
  readonly type: WordedMail;
  readonly flags: readonly MailFlag[];
  readonly parameters: readonly MailParameter[];
  /** Without these the mail would be of no use. */
  readonly needed: readonly MailParameter[];
}

export type MailTextProblem =
  | { readonly field: 'subject' | 'text'; readonly code: 'missing' }
  | { readonly field: 'subject' | 'text'; readonly code: 'too-long'; readonly most: number }
  | {
      readonly field: 'subject' | 'text';
      /** Not known, or a secret that a subject must not tell: subjects are logged, and shown on locked phones. */
      readonly code: 'unknown-parameter' | 'secret-in-subject';
      readonly parameter: string;
    }
  | {
      readonly field: 'text';
      readonly code: 'needed-parameter';
      readonly parameter: MailParameter;
    };

/** What can be done with the words of mails; `src/mail` does it. */
export interface MailWording {
  readonly kinds: readonly MailKind[];
  /** The words that come with the product. Undefined for a kind there is not. */
  standardText(kind: string, language: Language): MailText | undefined;
  problemsOf(kind: MailKind, text: MailText): readonly MailTextProblem[];
  /** As somebody would get it, with facts that are made up. */
  sampleOf(
    kind: MailKind,
    text: MailText,
    reader: {
      readonly name: string;
      readonly institution: string;
      readonly issuer: string;
      readonly language: Language;
    },
  ): MailText;
}
