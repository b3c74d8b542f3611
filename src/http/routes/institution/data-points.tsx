import {
  catalogueIn,
  extendedCatalogue,
  type ClaimCatalogue,
  type ClaimCategorySource,
  type ClaimCode,
} from '../../../domain/claim.ts';
import { OWN_CLAIM_TYPES } from '../../../institution/claim-sources.ts';
import { claimUsage, type ClaimUser } from '../../../institution/claim-usage.ts';
import {
  ownDataPoint,
  parseDataPointWords,
  parseNewDataPoint,
  withoutDataPoint,
  type DataPointProblems,
  type TypedDataPoint,
} from '../../../institution/data-point-form.ts';
import type { ReadSettings } from '../../../institution/stored-settings.ts';
import type { Change, Conflict } from '../../../pages/institution/changes.tsx';
import {
  AddDataPointPage,
  DataPointSample,
  EditDataPointPage,
} from '../../../pages/institution/data-point-form-page.tsx';
import { dataPointFieldName } from '../../../pages/institution/data-point-problems.ts';
import { dataPointPath, DataPointsPage } from '../../../pages/institution/data-points-page.tsx';
import { PreviewPage } from '../../../pages/institution/preview-page.tsx';
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

type Sources = readonly ClaimCategorySource[];

/** GET /institution/data-points */
export async function showDataPoints(c: AppContext): Promise<Response> {
  const now = await readSettingsNow(c);
  const sources = now.settings.dataPoints.categories;
  const page = (
    <DataPointsPage
      frame={pageFrame(c)}
      categories={catalogueWith(c, sources).categories}
      usage={await usage(c)}
      own={new Set(sources.flatMap(({ claims }) => claims.map(({ code }) => code)))}
    />
  );
  return showPage(c, page);
}

/** The catalogue as it would be with these sources, in the reader's language. */
function catalogueWith(c: AppContext, sources: Sources): ClaimCatalogue {
  return catalogueIn(extendedCatalogue(c.var.deps.fixedCatalogue, sources), languageOf(c));
}

async function usage(c: AppContext): Promise<ReadonlyMap<ClaimCode, readonly ClaimUser[]>> {
  const clients = await c.var.deps.storage.listClientsForReview();
  return claimUsage(clients.map(({ client }) => client));
}

/** GET /institution/data-points/add */
export async function showAddDataPoint(c: AppContext): Promise<Response> {
  const now = await readSettingsNow(c);
  return showAddForm(c, now, { values: NOTHING });
}

const NOTHING: TypedDataPoint = {
  category: '',
  newCategoryCode: '',
  newCategoryLabel: '',
  newCategoryLabelHindi: '',
  field: '',
  type: 'string',
  label: '',
  labelHindi: '',
  hint: '',
  hintHindi: '',
};

function typedDataPoint(c: AppContext): TypedDataPoint {
  const members = Object.keys(NOTHING) as (keyof TypedDataPoint)[];
  const entries = members.map((member) => [member, c.var.form.text(dataPointFieldName(member))]);
  return Object.fromEntries(entries) as TypedDataPoint;
}

/** POST /institution/data-points/add */
export async function addDataPoint(c: AppContext): Promise<Response> {
  const now = await readSettingsNow(c);
  const sources = now.settings.dataPoints.categories;
  const values = typedDataPoint(c);
  const step = c.var.form.text('step');
  if (step === 'edit') return showAddForm(c, now, { values, version: formVersion(c) });

  const catalogue = extendedCatalogue(c.var.deps.fixedCatalogue, sources);
  const parsed = parseNewDataPoint(values, { catalogue, sources });
  if (parsed.type === 'invalid') {
    return showAddForm(c, now, { values, version: formVersion(c), problems: parsed.problems });
  }
  const wanted = parsed.values.sources;
  const { code } = parsed.values;
  return saveOrPreview(
    c,
    { now, wanted, isSave: step === 'save' },
    {
      preview: async () => {
        const { institutionDataPoints } = pageTexts(c);
        const label = catalogueWith(c, wanted).byCode.get(code)?.label ?? code;
        return showPreview(
          c,
          { code, sources: wanted },
          {
            what: institutionDataPoints.previewOf(label),
            action: '/institution/data-points/add',
            changes: [addition(c, institutionDataPoints.added(label))],
          },
        );
      },
      conflict: async (newest, conflict) => showAddForm(c, newest, { values, conflict }),
    },
  );
}

function addition(c: AppContext, after: string): Change {
  const { members, none } = pageTexts(c).institution;
  return { label: members.categories, before: none, after };
}

async function showAddForm(c: AppContext, now: ReadSettings, shown: ShownForm): Promise<Response> {
  const { values, problems = {}, conflict = null } = shown;
  const page = (
    <AddDataPointPage
      frame={pageFrame(c)}
      values={values}
      problems={problems}
      version={versionShown(now, shown)}
      conflict={conflict}
      categories={catalogueWith(c, now.settings.dataPoints.categories).categories}
      types={OWN_CLAIM_TYPES}
    />
  );
  return showPage(c, page, statusOf(shown));
}

interface ShownForm {
  readonly values: TypedDataPoint;
  readonly version?: number;
  readonly problems?: DataPointProblems;
  readonly conflict?: Conflict;
}

function versionShown(now: ReadSettings, { version, conflict }: ShownForm): number {
  const present = now.versions.dataPoints;
  return conflict === undefined ? (version ?? present) : present;
}

function statusOf({ problems = {}, conflict }: ShownForm): number {
  if (conflict !== undefined) return 409;
  return Object.keys(problems).length > 0 ? 422 : 200;
}

/** GET /institution/data-points/:code */
export async function showDataPoint(c: AppContext): Promise<Response> {
  const now = await readSettingsNow(c);
  const own = ownDataPoint(c.req.param('code') ?? '', now.settings.dataPoints.categories);
  return own === undefined ? notFound(c) : showEditForm(c, now, { values: wordsOf(own) });
}

type OwnClaim = ClaimCategorySource['claims'][number];

function wordsOf({ label, hint = '', translations }: OwnClaim): TypedDataPoint {
  const { label: labelHindi = '', hint: hintHindi = '' } = translations?.hi ?? {};
  return { ...NOTHING, label, hint, labelHindi, hintHindi };
}

/** POST /institution/data-points/:code: other words, or the steps `remove` and `save` with `remove`. */
export async function changeDataPoint(c: AppContext): Promise<Response> {
  const { form } = c.var;
  const now = await readSettingsNow(c);
  const sources = now.settings.dataPoints.categories;
  const code = c.req.param('code') ?? '';
  if (ownDataPoint(code, sources) === undefined) return notFound(c);
  const step = form.text('step');
  if (step === 'remove' || form.text('remove') === 'yes') return removeDataPoint(c, now, code);

  const values = typedDataPoint(c);
  if (step === 'edit') return showEditForm(c, now, { values, version: formVersion(c) });
  const parsed = parseDataPointWords(code, values, sources);
  if (parsed.type === 'invalid') {
    return showEditForm(c, now, { values, version: formVersion(c), problems: parsed.problems });
  }
  const wanted = parsed.values;
  return saveOrPreview(
    c,
    { now, wanted, isSave: step === 'save' },
    {
      preview: async () => {
        const { institutionDataPoints } = pageTexts(c);
        const label = catalogueWith(c, sources).byCode.get(code)?.label ?? code;
        return showPreview(
          c,
          { code, sources: wanted },
          {
            what: institutionDataPoints.previewOf(label),
            action: dataPointPath(code),
            changes: wordChanges(c, ownDataPoint(code, sources), ownDataPoint(code, wanted)),
          },
        );
      },
      conflict: async (newest, conflict) => showEditForm(c, newest, { values, conflict }),
    },
  );
}

function wordChanges(
  c: AppContext,
  before: OwnClaim | undefined,
  after: OwnClaim | undefined,
): readonly Change[] {
  const { institution, institutionDataPoints: text } = pageTexts(c);
  if (before === undefined || after === undefined) return [];
  const old = wordsOf(before);
  const wanted = wordsOf(after);
  const labels = [
    ['label', text.label],
    ['labelHindi', text.labelHindi],
    ['hint', text.hint],
    ['hintHindi', text.hintHindi],
  ] as const;
  return labels
    .filter(([member]) => old[member] !== wanted[member])
    .map(([member, label]) => ({
      label,
      before: old[member] === '' ? institution.none : old[member],
      after: wanted[member] === '' ? institution.none : wanted[member],
    }));
}

async function showEditForm(c: AppContext, now: ReadSettings, shown: ShownForm): Promise<Response> {
  const code = c.req.param('code') ?? '';
  const claim = catalogueWith(c, now.settings.dataPoints.categories).byCode.get(code);
  // Removed by somebody else meanwhile.
  if (claim === undefined) return notFound(c);
  const { values, problems = {}, conflict = null } = shown;
  const page = (
    <EditDataPointPage
      frame={pageFrame(c)}
      values={values}
      problems={problems}
      version={versionShown(now, shown)}
      conflict={conflict}
      claim={claim}
      users={(await usage(c)).get(code) ?? []}
    />
  );
  return showPage(c, page, statusOf(shown));
}

async function removeDataPoint(c: AppContext, now: ReadSettings, code: string): Promise<Response> {
  const sources = now.settings.dataPoints.categories;
  const own = ownDataPoint(code, sources);
  const users = (await usage(c)).get(code) ?? [];
  // The page says which apps use it.
  if (own === undefined || users.length > 0) {
    return seeOther(c, localPath`/institution/data-points/${code}`);
  }
  const wanted = withoutDataPoint(code, sources);
  return saveOrPreview(
    c,
    { now, wanted, isSave: c.var.form.text('step') === 'save' },
    {
      preview: async () => {
        const { institution, institutionDataPoints: text } = pageTexts(c);
        const label = catalogueWith(c, sources).byCode.get(code)?.label ?? code;
        const page = (
          <PreviewPage
            frame={pageFrame(c)}
            section="dataPoints"
            what={text.removeTitle(label)}
            action={dataPointPath(code)}
            entered={[
              ['version', c.var.form.text('version')],
              ['remove', 'yes'],
            ]}
            changes={[
              { label: institution.members.categories, before: label, after: text.removed(label) },
            ]}
            effect={text.removeSummary}
            back={dataPointPath(code)}
          />
        );
        return showPage(c, page);
      },
      conflict: async (newest, conflict) =>
        showEditForm(c, newest, { values: wordsOf(own), conflict }),
    },
  );
}

/** What every change of data points comes to: a preview, a save, or that somebody else was faster. */
async function saveOrPreview(
  c: AppContext,
  edit: { readonly now: ReadSettings; readonly wanted: Sources; readonly isSave: boolean },
  answers: {
    readonly preview: () => Promise<Response>;
    readonly conflict: (newest: ReadSettings, conflict: Conflict) => Promise<Response>;
  },
): Promise<Response> {
  const members = ['categories'];
  const expectedVersion = await versionToSaveOver(c, { concern: 'dataPoints', members }, edit.now);
  if (expectedVersion === undefined) {
    return answers.conflict(edit.now, await conflictOf(c, 'dataPoints', []));
  }
  if (!edit.isSave) return answers.preview();
  const outcome = await saveSettings(c, {
    concern: 'dataPoints',
    values: { categories: edit.wanted },
    expectedVersion,
  });
  if (outcome === 'changed-meanwhile') {
    return answers.conflict(await readSettingsNow(c), await conflictOf(c, 'dataPoints', []));
  }
  const notice = outcome === 'changed' ? 'settings-saved' : 'settings-unchanged';
  return seeOther(c, localPath`/institution/data-points`, notice);
}

async function showPreview(
  c: AppContext,
  { code, sources }: { readonly code: ClaimCode; readonly sources: Sources },
  shown: {
    readonly what: string;
    readonly action: string;
    readonly changes: readonly Change[];
  },
): Promise<Response> {
  const catalogue = catalogueWith(c, sources);
  const claim = catalogue.byCode.get(code);
  const category = catalogue.categories.find((one) => one.code === claim?.category);
  const frame = pageFrame(c);
  const page = (
    <PreviewPage frame={frame} section="dataPoints" entered={enteredFields(c)} {...shown}>
      {claim === undefined || category === undefined ? null : (
        <DataPointSample frame={frame} claim={claim} category={category} />
      )}
    </PreviewPage>
  );
  return showPage(c, page);
}
