import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Language } from '../../domain/language.ts';
import type { MailKind, MailTextProblem } from '../../domain/mail-wording.ts';
import type { MailText } from '../../domain/settings.ts';
import { Badge } from '../components/badge.tsx';
import { Button, ButtonRow } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { ConflictBanner, type Conflict } from './changes.tsx';
import { InstitutionFrame } from './frame.tsx';
import { mailProblemText } from './mail-problems.ts';
import { mailName } from './mails-page.tsx';

export interface MailPageProps {
  readonly frame: PageFrame;
  readonly kind: MailKind;
  readonly language: Language;
  readonly values: MailText;
  readonly problems: readonly MailTextProblem[];
  /** As a person would get it; null while the words are not fit. */
  readonly sample: MailText | null;
  readonly isOwn: boolean;
  readonly version: number;
  readonly conflict: Conflict | null;
}

/** The path of a mail's words. */
export function mailPath(kind: MailKind, language: Language): string {
  return `/institution/mails/${kind.kind}/${language}`;
}

/** Posts `subject` and `text`, or the step `reset`. */
export function MailPage(props: MailPageProps): JSX.Element {
  const { frame, kind, language, problems } = props;
  const text = messages(frame.language).institutionMails;
  const common = messages(frame.language).institution;
  const name = mailName(kind, text);
  return (
    <InstitutionFrame
      frame={frame}
      section="mails"
      title={name}
      heading={
        <>
          <PageHeading
            title={name}
            lead={text.inLanguage({ en: text.english, hi: text.hindi }[language])}
            back={{ href: '/institution/mails', label: text.title }}
            aside={props.isOwn ? <Badge tone="accent">{text.ownWords}</Badge> : undefined}
          />
          <ErrorSummary
            title={common.nothingSaved}
            problems={problems.map((problem) => ({
              fieldId: fieldId(problem.field),
              message: mailProblemText(problem, text.problems),
            }))}
          />
          <ConflictBanner frame={frame} conflict={props.conflict} />
        </>
      }
    >
      <WordsCard {...props} />
      <Card title={text.parametersTitle} id="parameters" summary={text.parametersSummary}>
        <DefinitionList
          items={kind.parameters.map((parameter) => ({
            term: `{{${parameter}}}`,
            description: (
              <span class="summary-line">
                {text.parameters[parameter]}
                {kind.needed.includes(parameter) ? (
                  <Badge tone="waiting">{text.needed}</Badge>
                ) : null}
              </span>
            ),
          }))}
        />
      </Card>
      {props.sample === null ? null : <MailSample frame={frame} sample={props.sample} />}
      {props.isOwn ? (
        <Card title={text.productWords} id="reset" summary={text.resetSummary}>
          <PostForm action={mailPath(kind, language)} csrfToken={frame.csrfToken} layout="inline">
            <input type="hidden" name="version" value={String(props.version)} />
            <Button name="step" value="reset">
              {text.reset}
            </Button>
          </PostForm>
        </Card>
      ) : null}
    </InstitutionFrame>
  );
}

function WordsCard(props: MailPageProps): JSX.Element {
  const { frame, kind, language, values, problems } = props;
  const text = messages(frame.language).institutionMails;
  const { showPreview } = messages(frame.language).institution;
  const wrong = (field: MailTextProblem['field']): string | undefined => {
    const problem = problems.find((one) => one.field === field);
    return problem && mailProblemText(problem, text.problems);
  };
  return (
    <Card>
      <PostForm action={mailPath(kind, language)} csrfToken={frame.csrfToken} checkedByServer>
        <input type="hidden" name="version" value={String(props.version)} />
        <TextField
          name="subject"
          label={text.subject}
          value={values.subject}
          error={wrong('subject')}
          autocomplete="off"
          required
        />
        <TextArea
          name="text"
          label={text.text}
          hint={text.textHint}
          value={values.text}
          error={wrong('text')}
          rows={14}
          required
        />
        <ButtonRow>
          <Button variant="primary" name="step" value="preview">
            {showPreview}
          </Button>
        </ButtonRow>
      </PostForm>
    </Card>
  );
}

/** A mail as somebody would get it. */
export function MailSample(props: {
  readonly frame: PageFrame;
  readonly sample: MailText;
}): JSX.Element {
  const text = messages(props.frame.language).institutionMails;
  return (
    <Card title={text.sampleTitle} id="sample" summary={text.sampleSummary}>
      <DefinitionList items={[{ term: text.sampleSubject, description: props.sample.subject }]} />
      <div class="mail-sample">{props.sample.text.trimEnd()}</div>
    </Card>
  );
}
