import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Language } from '../../domain/language.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextArea } from '../components/text-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { ConflictBanner, type Conflict } from './changes.tsx';
import { InstitutionFrame } from './frame.tsx';

export interface TermsSettingsPageProps {
  readonly frame: PageFrame;
  readonly values: Readonly<Record<Language, string>>;
  readonly problems: Readonly<Partial<Record<Language, { readonly longest: number }>>>;
  readonly version: number;
  readonly conflict: Conflict | null;
}

const LANGUAGES = ['en', 'hi'] as const satisfies readonly Language[];

/** Posts `terms_en` and `terms_hi`. */
export function TermsSettingsPage(props: TermsSettingsPageProps): JSX.Element {
  const { frame, values, problems } = props;
  const text = messages(frame.language).institutionTerms;
  const common = messages(frame.language).institution;
  const labels = { en: text.english, hi: text.hindi };
  const wrong = (language: Language): string | undefined => {
    const problem = problems[language];
    return problem && text.tooLong(problem.longest);
  };
  return (
    <InstitutionFrame
      frame={frame}
      section="terms"
      title={text.title}
      heading={
        <>
          <PageHeading title={text.title} lead={text.lead('/terms_of_use/developer')} />
          <ErrorSummary
            title={common.nothingSaved}
            problems={LANGUAGES.flatMap((language) => {
              const message = wrong(language);
              return message === undefined
                ? []
                : [{ fieldId: fieldId(`terms_${language}`), message }];
            })}
          />
          <ConflictBanner frame={frame} conflict={props.conflict} />
        </>
      }
    >
      <Card>
        <PostForm action="/institution/terms" csrfToken={frame.csrfToken} checkedByServer>
          <input type="hidden" name="version" value={String(props.version)} />
          {LANGUAGES.map((language) => (
            <TextArea
              name={`terms_${language}`}
              label={labels[language]}
              hint={text.hint}
              value={values[language]}
              error={wrong(language)}
              rows={10}
            />
          ))}
          <p class="muted">{text.only}</p>
          <p class="muted">{text.tellTeams}</p>
          <div>
            <Button variant="primary" name="step" value="preview">
              {common.showPreview}
            </Button>
          </div>
        </PostForm>
      </Card>
    </InstitutionFrame>
  );
}
