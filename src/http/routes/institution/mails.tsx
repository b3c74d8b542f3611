import { displayName } from '../../../domain/account.ts';
import { parseLanguage, type Language } from '../../../domain/language.ts';
import { mailAddress } from '../../../domain/mail-address.ts';
import type { MailKind, MailTextProblem } from '../../../domain/mail-wording.ts';
import { messageTo } from '../../../domain/mailer.ts';
import type { MailText, MailTextKey } from '../../../domain/settings.ts';
import type { ReadSettings } from '../../../institution/stored-settings.ts';
import type { Change, Conflict } from '../../../pages/institution/changes.tsx';
import { MailPage, mailPath, MailSample } from '../../../pages/institution/mail-page.tsx';
import { mailName, MailsPage } from '../../../pages/institution/mails-page.tsx';
import { PreviewPage } from '../../../pages/institution/preview-page.tsx';
import { TryMailCard } from '../../../pages/institution/try-mail-card.tsx';
import { signedInPerson } from '../../access.ts';
import type { AppContext } from '../../environment.ts';
import { languageOf, pageTexts } from '../../language.ts';
import { localPath } from '../../local-path.ts';
import { notFound, pageFrame, seeOther, showPage } from '../../page-response.tsx';
import {
  conflictOf,
  enteredFields,
  formVersion,
  readSettingsNow,
  saveSettings,
  versionToSaveOver,
} from './editing.ts';

/** GET /institution/mails */
export async function showMails(c: AppContext): Promise<Response> {
  const { deps } = c.var;
  const { mailTexts } = (await readSettingsNow(c)).settings;
  const mails = deps.mailWording.kinds.map((kind) => ({
    kind,
    isOwn: {
      en: mailTexts[`${kind.kind}.en`] !== undefined,
      hi: mailTexts[`${kind.kind}.hi`] !== undefined,
    },
  }));
  return showPage(c, <MailsPage frame={pageFrame(c)} mails={mails} />);
}

/** Which mail, in which language, with the words that come with the product. */
interface Mail {
  readonly kind: MailKind;
  readonly language: Language;
  readonly key: MailTextKey;
  readonly standard: MailText;
}

function mailOf(c: AppContext): Mail | undefined {
  const { mailWording } = c.var.deps;
  const kind = mailWording.kinds.find((one) => one.kind === c.req.param('kind'));
  const language = parseLanguage(c.req.param('language') ?? null);
  if (kind === undefined || language === undefined) return undefined;
  const standard = mailWording.standardText(kind.kind, language);
  return standard && { kind, language, key: `${kind.kind}.${language}`, standard };
}

/** GET /institution/mails/:kind/:language */
export async function showMail(c: AppContext): Promise<Response> {
  const mail = mailOf(c);
  if (mail === undefined) return notFound(c);
  const now = await readSettingsNow(c);
  return showForm(c, mail, { now, values: now.settings.mailTexts[mail.key] ?? mail.standard });
}

/** POST /institution/mails/:kind/:language: steps `preview`, `test`, `edit`, `reset` and `save`. */
export async function changeMail(c: AppContext): Promise<Response> {
  const mail = mailOf(c);
  if (mail === undefined) return notFound(c);
  const { deps, form } = c.var;
  const now = await readSettingsNow(c);
  const version = formVersion(c);
  const step = form.text('step');
  const isReset = step === 'reset' || form.text('reset') === 'yes';
  const values = isReset
    ? mail.standard
    : { subject: form.text('subject').trim(), text: form.text('text').trim() };
  if (step === 'edit') return showForm(c, mail, { now, values, version });

  const problems = deps.mailWording.problemsOf(mail.kind, values);
  if (problems.length > 0) return showForm(c, mail, { now, values, version, problems });
  const members = [mail.key];
  const expectedVersion = await versionToSaveOver(c, { concern: 'mailTexts', members }, now);
  if (expectedVersion === undefined) return showConflict(c, mail, { now, values });
  if (step !== 'save') {
    return showPreview(c, mail, { now, values, isReset, isTest: step === 'test' });
  }

  // What the product says anyway is not kept as words of one's own.
  const wanted = isSame(values, mail.standard) ? undefined : values;
  const outcome = await saveSettings(c, {
    concern: 'mailTexts',
    values: { [mail.key]: wanted },
    expectedVersion,
  });
  if (outcome === 'changed-meanwhile') {
    return showConflict(c, mail, { now: await readSettingsNow(c), values });
  }
  const notice = outcome === 'changed' ? 'settings-saved' : 'settings-unchanged';
  return seeOther(c, localPath`/institution/mails`, notice);
}

function isSame(one: MailText, other: MailText): boolean {
  return one.subject === other.subject && one.text.trim() === other.text.trim();
}

interface Edited {
  readonly now: ReadSettings;
  readonly values: MailText;
}

async function showForm(
  c: AppContext,
  mail: Mail,
  shown: Edited & {
    readonly version?: number;
    readonly problems?: readonly MailTextProblem[];
    readonly conflict?: Conflict;
  },
): Promise<Response> {
  const { now, values, problems = [], conflict = null } = shown;
  const present = now.versions.mailTexts;
  const page = (
    <MailPage
      frame={pageFrame(c)}
      kind={mail.kind}
      language={mail.language}
      values={values}
      problems={problems}
      sample={problems.length === 0 ? sampleOf(c, mail, values) : null}
      isOwn={now.settings.mailTexts[mail.key] !== undefined}
      version={conflict === null ? (shown.version ?? present) : present}
      conflict={conflict}
    />
  );
  if (conflict !== null) return showPage(c, page, 409);
  return showPage(c, page, problems.length > 0 ? 422 : 200);
}

/** As it would read to whoever edits it. */
function sampleOf(c: AppContext, { kind, language }: Mail, text: MailText): MailText {
  const { mailWording, institution } = c.var.deps;
  return mailWording.sampleOf(kind, text, {
    name: displayName(signedInPerson(c).account),
    institution: institution.name,
    issuer: institution.issuer,
    language,
  });
}

async function showConflict(c: AppContext, mail: Mail, edited: Edited): Promise<Response> {
  const conflict = await conflictOf(c, 'mailTexts', wordChanges(c, mail, edited));
  return showForm(c, mail, { ...edited, conflict });
}

function wordChanges(c: AppContext, mail: Mail, { now, values }: Edited): readonly Change[] {
  const { subject, text } = pageTexts(c).institutionMails;
  const before = now.settings.mailTexts[mail.key] ?? mail.standard;
  const labels = { subject, text };
  return (['subject', 'text'] as const)
    .filter((field) => before[field].trim() !== values[field].trim())
    .map((field) => ({
      label: labels[field],
      before: <span class="verbatim-lines">{before[field]}</span>,
      after: <span class="verbatim-lines">{values[field]}</span>,
    }));
}

async function showPreview(
  c: AppContext,
  mail: Mail,
  edited: Edited & { readonly isReset: boolean; readonly isTest: boolean },
): Promise<Response> {
  const { values, isReset, isTest } = edited;
  const { account } = signedInPerson(c);
  const sample = sampleOf(c, mail, values);
  if (isTest) sendTest(c, sample);
  const { institutionMails } = pageTexts(c);
  const frame = pageFrame(c);
  const action = mailPath(mail.kind, mail.language);
  const entered = isReset
    ? ([
        ['version', c.var.form.text('version')],
        ['reset', 'yes'],
      ] as const)
    : enteredFields(c);
  const page = (
    <PreviewPage
      frame={
        isTest ? { ...frame, notice: { type: 'success', text: institutionMails.testSent } } : frame
      }
      section="mails"
      what={institutionMails.previewOf(mailName(mail.kind, institutionMails))}
      action={action}
      entered={entered}
      changes={wordChanges(c, mail, edited)}
      {...(isReset && { back: action })}
    >
      <MailSample frame={frame} sample={sample} />
      <TryMailCard
        frame={frame}
        action={action}
        entered={entered}
        address={mailAddress(account.profile) ?? null}
      />
    </PreviewPage>
  );
  return showPage(c, page);
}

function sendTest(c: AppContext, { subject, text }: MailText): void {
  const { account } = signedInPerson(c);
  const template = { type: 'words-tried-out', subject, text } as const;
  const message = messageTo(account, template, languageOf(c));
  if (message !== undefined) c.var.deps.sendMail(message);
}
