import { LANGUAGES, type Language } from '../../../domain/language.ts';
import type { TermsSettings } from '../../../domain/settings.ts';
import type { ReadSettings } from '../../../institution/stored-settings.ts';
import { parseTerms, type TermsProblems } from '../../../institution/terms-form.ts';
import { Card } from '../../../pages/components/card.tsx';
import { Prose } from '../../../pages/components/prose.tsx';
import type { Change, Conflict } from '../../../pages/institution/changes.tsx';
import { PreviewPage } from '../../../pages/institution/preview-page.tsx';
import { TermsSettingsPage } from '../../../pages/institution/terms-settings-page.tsx';
import { LOCALES } from '../../../pages/messages/language.ts';
import type { AppContext } from '../../environment.ts';
import { languageOf, pageTexts } from '../../language.ts';
import { localPath } from '../../local-path.ts';
import { pageFrame, seeOther, showPage } from '../../page-response.tsx';
import {
  conflictOf,
  enteredFields,
  formVersion,
  readSettingsNow,
  saveSettings,
  versionToSaveOver,
} from './editing.ts';

type Typed = Readonly<Record<Language, string>>;

/** GET /institution/terms */
export async function showTermsSettings(c: AppContext): Promise<Response> {
  const now = await readSettingsNow(c);
  const { en, hi } = now.settings.terms;
  return showForm(c, now, { values: { en: en ?? '', hi: hi ?? '' } });
}

/** POST /institution/terms */
export async function changeTerms(c: AppContext): Promise<Response> {
  const { form } = c.var;
  const now = await readSettingsNow(c);
  const values: Typed = { en: form.text('terms_en'), hi: form.text('terms_hi') };
  const version = formVersion(c);
  if (form.text('step') === 'edit') return showForm(c, now, { values, version });

  const parsed = parseTerms(values);
  if (parsed.type === 'invalid') {
    return showForm(c, now, { values, version, problems: parsed.problems });
  }
  const wanted = parsed.values;
  const expectedVersion = await versionToSaveOver(c, { concern: 'terms', members: LANGUAGES }, now);
  if (expectedVersion === undefined) return showConflict(c, now, { values, wanted });
  if (form.text('step') !== 'save') return showPreview(c, now, wanted);

  const outcome = await saveSettings(c, { concern: 'terms', values: wanted, expectedVersion });
  if (outcome === 'changed-meanwhile') {
    return showConflict(c, await readSettingsNow(c), { values, wanted });
  }
  const notice = outcome === 'changed' ? 'settings-saved' : 'settings-unchanged';
  return seeOther(c, localPath`/institution/terms`, notice);
}

async function showForm(
  c: AppContext,
  now: ReadSettings,
  shown: {
    readonly values: Typed;
    readonly version?: number;
    readonly problems?: TermsProblems;
    readonly conflict?: Conflict;
  },
): Promise<Response> {
  const { problems = {}, conflict = null } = shown;
  const page = (
    <TermsSettingsPage
      frame={pageFrame(c)}
      values={shown.values}
      problems={problems}
      version={conflict === null ? (shown.version ?? now.versions.terms) : now.versions.terms}
      conflict={conflict}
    />
  );
  if (conflict !== null) return showPage(c, page, 409);
  return showPage(c, page, Object.keys(problems).length > 0 ? 422 : 200);
}

async function showConflict(
  c: AppContext,
  now: ReadSettings,
  { values, wanted }: { readonly values: Typed; readonly wanted: TermsSettings },
): Promise<Response> {
  const conflict = await conflictOf(c, 'terms', termsChanges(c, now.settings.terms, wanted));
  return showForm(c, now, { values, conflict });
}

function termsChanges(
  c: AppContext,
  before: TermsSettings,
  after: TermsSettings,
): readonly Change[] {
  const { institution, institutionTerms } = pageTexts(c);
  const number = new Intl.NumberFormat(LOCALES[languageOf(c)]);
  const words = (text: string | null): Change['before'] =>
    text === null
      ? institutionTerms.usesProduct
      : institutionTerms.characters(number.format(text.length));
  return LANGUAGES.filter((language) => before[language] !== after[language]).map((language) => ({
    label: institution.members[language],
    before: words(before[language]),
    after: words(after[language]),
  }));
}

async function showPreview(
  c: AppContext,
  now: ReadSettings,
  wanted: TermsSettings,
): Promise<Response> {
  const { institution, institutionTerms } = pageTexts(c);
  const page = (
    <PreviewPage
      frame={pageFrame(c)}
      section="terms"
      what={institutionTerms.title}
      action="/institution/terms"
      entered={enteredFields(c)}
      changes={termsChanges(c, now.settings.terms, wanted)}
      effect={institutionTerms.tellTeams}
    >
      {LANGUAGES.map((language) => {
        const text = wanted[language];
        return text === null ? null : (
          <Card title={institution.members[language]} id={`terms-${language}`}>
            <div lang={language}>
              <Prose text={text} />
            </div>
          </Card>
        );
      })}
    </PreviewPage>
  );
  return showPage(c, page);
}
