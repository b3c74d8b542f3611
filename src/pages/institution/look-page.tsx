import type { JSX } from 'hono/jsx/jsx-runtime';

import { InstitutionMark } from '../components/avatar.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { RadioGroup } from '../components/choice-field.tsx';
import { ErrorSummary, type FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { FileField } from '../components/file-field.tsx';
import { type LogoProblem, logoProblemText } from '../components/logo-problem.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextField } from '../components/text-field.tsx';
import { LANGUAGE_NAMES } from '../messages/language.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { ConflictBanner, type Conflict } from './changes.tsx';
import { Configured, type ConfiguredValue } from './configured.tsx';
import { InstitutionFrame } from './frame.tsx';
import { lookProblemTexts, type AccentProblem, type LookProblems } from './look-problems.ts';
import { Swatch } from './swatch.tsx';

interface LookValues {
  readonly name: string;
  readonly supportContact: string;
  readonly language: string;
  readonly accentColour: string;
  readonly accentColourDark: string;
}

export interface LookPageProps {
  readonly frame: PageFrame;
  readonly values: LookValues;
  readonly problems: LookProblems;
  /** `preview-gone`: what was looked at is not there any more. */
  readonly logoProblem: LogoProblem | 'preview-gone' | null;
  /** What the server's configuration says. */
  readonly configured: {
    readonly name: ConfiguredValue;
    readonly language: ConfiguredValue;
  };
  readonly version: number;
  readonly conflict: Conflict | null;
}

/** Posts `name`, `support_contact`, `language`, `accent`, `accent_dark`; the logo goes its own way. */
export function LookPage(props: LookPageProps): JSX.Element {
  const { frame, problems, logoProblem } = props;
  const text = messages(frame.language).institutionLook;
  const { nothingSaved } = messages(frame.language).institution;
  const wrong = lookProblemTexts(problems, text.problems);
  const logoWrong = logoWords(frame, logoProblem);
  const summary: readonly FieldProblem[] = [
    ...FIELDS.flatMap(([member, name]) => {
      const message = wrong[member];
      return message === undefined ? [] : [{ fieldId: fieldId(name), message }];
    }),
    ...(logoWrong === undefined ? [] : [{ fieldId: fieldId('logo'), message: logoWrong }]),
  ];
  return (
    <InstitutionFrame
      frame={frame}
      section="look"
      title={text.title}
      heading={
        <>
          <PageHeading title={text.title} lead={text.lead} />
          <ErrorSummary title={nothingSaved} problems={summary} />
          <ConflictBanner frame={frame} conflict={props.conflict} />
        </>
      }
    >
      <IdentityCard {...props} wrong={wrong} />
      <LogoCard frame={frame} version={props.version} wrong={logoWrong} />
    </InstitutionFrame>
  );
}

/** Members and the names of their fields. */
const FIELDS = [
  ['name', 'name'],
  ['supportContact', 'support_contact'],
  ['language', 'language'],
  ['accentColour', 'accent'],
  ['accentColourDark', 'accent_dark'],
] as const;

function logoWords(frame: PageFrame, problem: LookPageProps['logoProblem']): string | undefined {
  const { institutionLook, logoProblems } = messages(frame.language);
  if (problem === null) return undefined;
  return problem === 'preview-gone'
    ? institutionLook.logoGone
    : logoProblemText(problem, logoProblems);
}

function IdentityCard(
  props: LookPageProps & { readonly wrong: ReturnType<typeof lookProblemTexts> },
): JSX.Element {
  const { frame, values, wrong, problems, configured } = props;
  const text = messages(frame.language).institutionLook;
  const { showPreview } = messages(frame.language).institution;
  return (
    <Card>
      <PostForm action="/institution/look" csrfToken={frame.csrfToken} checkedByServer>
        <input type="hidden" name="version" value={String(props.version)} />
        <TextField
          name="name"
          label={text.name}
          hint={
            <>
              {text.nameHint} <Configured frame={frame} value={configured.name} />
            </>
          }
          value={values.name}
          error={wrong.name}
          autocomplete="off"
          required
        />
        <TextField
          name="support_contact"
          label={text.contact}
          hint={text.contactHint}
          value={values.supportContact}
          error={wrong.supportContact}
          autocomplete="off"
          verbatim
        />
        <RadioGroup
          name="language"
          label={text.language}
          hint={
            <>
              {text.languageHint} <Configured frame={frame} value={configured.language} />
            </>
          }
          options={Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label }))}
          value={values.language}
          error={wrong.language}
        />
        <AccentField
          frame={frame}
          name="accent"
          label={text.accent}
          hint={text.accentHint}
          value={values.accentColour}
          problem={problems.accentColour}
          error={wrong.accentColour}
        />
        <AccentField
          frame={frame}
          name="accent_dark"
          label={text.accentDark}
          hint={text.accentDarkHint}
          value={values.accentColourDark}
          problem={problems.accentColourDark}
          error={wrong.accentColourDark}
        />
        <div>
          <Button variant="primary" name="step" value="preview">
            {showPreview}
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}

/** A colour in letters, and beside a refused one the nearest that can be read, to be taken with one press. */
function AccentField(props: {
  readonly frame: PageFrame;
  readonly name: 'accent' | 'accent_dark';
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly problem: AccentProblem | undefined;
  readonly error: string | undefined;
}): JSX.Element {
  const { frame, problem } = props;
  const text = messages(frame.language).institutionLook;
  return (
    <div class="field-short">
      <TextField
        name={props.name}
        label={props.label}
        hint={props.hint}
        value={props.value}
        error={props.error}
        autocomplete="off"
        maxlength={7}
        verbatim
      />
      {problem?.code === 'unreadable' ? (
        <p class="nearest">
          <Button name={`${props.name}_nearest`} value={problem.nearest}>
            {text.nearest}
          </Button>
          <Swatch colour={problem.nearest} />
        </p>
      ) : null}
    </div>
  );
}

/** Posts to `logo` (`logo`, a file) and, to take it away, with the step `remove`. */
function LogoCard(props: {
  readonly frame: PageFrame;
  readonly version: number;
  readonly wrong: string | undefined;
}): JSX.Element {
  const { frame } = props;
  const text = messages(frame.language).institutionLook;
  const { logo } = frame.brand;
  const version = <input type="hidden" name="version" value={String(props.version)} />;
  return (
    <Card title={text.logo} id="logo-card" summary={text.logoSummary}>
      <div class="logo-preview">
        <InstitutionMark name={frame.institution} logo={logo} />
        {logo === null ? (
          <p class="muted">{text.noLogo}</p>
        ) : (
          <PostForm action="/institution/logo" csrfToken={frame.csrfToken} layout="inline">
            {version}
            <Button variant="quiet" name="step" value="remove">
              {text.logoRemove}
            </Button>
          </PostForm>
        )}
      </div>
      <PostForm action="/institution/logo" csrfToken={frame.csrfToken} multipart>
        {version}
        <FileField
          name="logo"
          label={logo === null ? text.logoField : text.anotherLogoField}
          hint={text.logoHint}
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
          error={props.wrong}
          required
        />
        <div>
          <Button name="step" value="preview">
            {text.logoPreview}
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}
